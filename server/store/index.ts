export { audit, type AuditedAct } from './audit.ts';
export { builtInDatabase, type Connections, prepareBuiltIn } from './built-in.ts';
export {
  type Administration,
  administrationOf,
  PostgresError,
  type PostgresServer,
  startPostgres,
  type StartOptions,
  usePostgres,
} from './embedded/index.ts';
export { isUnavailable } from './failure.ts';
export { listenForPublications, type ListenOptions, publicationChannel } from './listen.ts';
export { migrate } from './migrate.ts';
export { answerOnce, type Intention, useToken } from './once.ts';
export { findOrganization, openRegistry, type Organization, type Registry } from './organization.ts';
export type { RecordReaction, Viewing } from './record-reactions.ts';
export { openStore, type Store, type StoreOptions, type Tenant } from './store.ts';
export {
  type ConfigurationKind,
  configurationKinds,
  type OrganizationEnvironment,
  type OrganizationKey,
  type ReactionKind,
} from './tables.ts';
