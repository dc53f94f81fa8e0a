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
export { loadedRows } from './load-csv.ts';
export { migrate } from './migrate.ts';
export { answerOnce, type Intention, useToken } from './once.ts';
export { findOrganization, openRegistry, type Organization, type Registry } from './organization.ts';
export type { RecordReaction, Viewing } from './record-reactions.ts';
export { unstorable } from './storable.ts';
export { type ConnectedOrg, openStore, type Store } from './store.ts';
export { within } from './within.ts';
export {
  type ConfigurationKind,
  configurationKinds,
  type OrganizationKey,
  type ReactionKind,
  type Tenant,
} from './tables.ts';
