import type { OrgConnection } from '../connection/open.ts';
import { isAboutObject, salesforceErrorOf } from '../fault.ts';
import { requireBudget } from './budget.ts';
import { followChanges } from './follow.ts';
import { loadObject } from './load-object.ts';
import type { SyncParts } from './parts.ts';
import { readWhole } from './read-whole.ts';
import { turnAt } from './schedule.ts';
import { readStates, type SyncState, writeState } from './state.ts';

/** An object that the org lacks or hides is noted, and asked for again as seldom as slow ones. */
const unlessRefused = async (
  { store, connection: { orgId }, now }: SyncParts,
  state: SyncState,
  work: () => Promise<SyncState>,
): Promise<SyncState> => {
  try {
    return await work();
  } catch (error) {
    if (!isAboutObject(error)) throw error;
    const { problem } = salesforceErrorOf(error);
    const next = { ...state, problem, lastSyncedAt: now() };
    await store.inTenant(orgId, (tenant) => writeState(tenant, orgId, next));
    return next;
  }
};

/** While one object's rows go into the mirror, the next one's are on their way. */
const lanes = 2;

/** How long a turn reads first loads, so that what is live is followed meanwhile. */
const loadingMs = 5_000;

/** `cut`: a first load could go on at once; the turn only made way for what else is due. */
export type TurnEnd = 'idle' | 'done' | 'cut';

/** @throws what the first that failed throws, after all have ended */
const inLanes = async (
  states: readonly SyncState[],
  work: (state: SyncState) => Promise<void>,
): Promise<void> => {
  const queue = [...states];
  const lane = async (): Promise<void> => {
    for (let state = queue.shift(); state; state = queue.shift()) await work(state);
  };
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
};

/**
 * One turn of keeping an org in step: what is live is followed first, then first loads are brought on.
 * @param share of the org's API calls after which the turn stops, 0 to 1
 * @returns how it ended; `idle` if there was nothing to do
 * @throws SalesforceError, or what jsforce throws, when the org is away or refuses; the next turn goes on from there
 */
export async function syncTurn(parts: SyncParts, share = 1): Promise<TurnEnd> {
  const { store, connection } = parts;
  const { orgId } = connection;
  const states = await store.inTenant(orgId, (tenant) => readStates(tenant, orgId));
  const { follow, readWhole: whole, load } = turnAt(states, parts.now());
  if (follow.length + whole.length + load.length === 0) return 'idle';
  const within = (of: OrgConnection): void => requireBudget(of.usage(), share);
  within(connection);
  await followChanges(parts, follow);
  for (const state of whole) await unlessRefused(parts, state, () => readWhole(parts, state));
  const until = new Date(parts.now().getTime() + loadingMs);
  let end: TurnEnd = 'done';
  await inLanes(load, async (state) => {
    within(connection);
    const next = await unlessRefused(parts, state, () => loadObject(parts, state, until));
    if (next.phase === 'loading' && next.rowsLoaded > state.rowsLoaded) end = 'cut';
  });
  return end;
}
