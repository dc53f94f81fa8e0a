export { audit } from './audit.ts';
export { builtInDatabase, type Connections, prepareBuiltIn } from './built-in.ts';
export {
  administrationOf,
  PostgresError,
  type PostgresServer,
  startPostgres,
  usePostgres,
} from './embedded/index.ts';
export { listenForPublications, publicationChannel } from './listen.ts';
export { type CsvRows, loadedRows } from './load-csv.ts';
export { migrate } from './migrate.ts';
export { answerOnce, type Intention, useToken } from './once.ts';
export {
  findOrganization,
  openRegistry,
  type Organization,
  type Registry,
  type StoredConnection,
} from './organization.ts';
export type { RecordReaction, Viewing } from './record-reactions.ts';
export { unstorable } from './storable.ts';
export { type ConnectedOrg, openStore, type Store, type Tenant } from './store.ts';
export { within } from './within.ts';
export {
  type ConfigurationKind,
  configurationKinds,
  type OrganizationKey,
  type ReactionKind,
} from './tables.ts';
