export type { Access } from './connection/credential.ts';
export { openConnection, type OrgConnection } from './connection/open.ts';
export { syncTurn } from './sync/turn.ts';
export { readStates, type SyncState } from './sync/state.ts';
