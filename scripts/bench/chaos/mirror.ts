import { openConnection, readStates, syncTurn } from '../../../server/salesforce/index.ts';
import { readAccess } from '../../../server/salesforce/connection/stored.ts';
import type { Store } from '../../../server/store/index.ts';
import { compareAll } from '../sync/compare.ts';
import type { World } from '../sync/world.ts';

/** Turns without a fault after which nothing is left to be read. */
const quietTurns = 2;
const turnsAtMost = 200;

/** Follows the org, faults and all, until everything is live and read, then compares every row. */
export const isMirrorEqual = async (world: World, store: Store): Promise<boolean> => {
  const { orgId, secretKey } = world;
  const access = await store.inTenant(orgId, (tenant) => readAccess(tenant, orgId, secretKey));
  if (!access) throw new Error(`Nobody connected ${orgId}.`);
  // Every turn comes so late that all objects are due.
  let hours = 0;
  const now = (): Date => new Date(Date.now() + 3_600_000 * hours);
  const connection = openConnection(access, { now, patience: 2_000 });
  const isLive = async (): Promise<boolean> =>
    (await store.inTenant(orgId, (tenant) => readStates(tenant, orgId))).every(
      ({ phase }) => phase === 'live',
    );
  let quiet = 0;
  for (hours = 1; hours <= turnsAtMost && quiet < quietTurns; hours++) {
    const end = await syncTurn({ store, connection, now }).catch(() => 'idle' as const);
    quiet = end !== 'idle' && (await isLive()) ? quiet + 1 : 0;
  }
  return quiet === quietTurns && (await compareAll(world)).every(({ differing }) => differing === 0);
};
