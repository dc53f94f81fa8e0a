export type { Access } from './connection/credential.ts';
export { openConnection, type OrgConnection } from './connection/open.ts';
export { storeAccess } from './connection/stored.ts';
export { enqueueWrites, type Write, writtenIds } from './outbox/index.ts';
export { salesforceRoutes } from './routes/index.ts';
export { checkSetup, type Finding, type FindingValue } from './setup-check/index.ts';
export { syncTurn, type TurnEnd } from './sync/turn.ts';
export { readStates, type SyncState } from './sync/state.ts';
export { startWorker, type Worker } from './worker.ts';
