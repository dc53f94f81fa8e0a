import { followChanges, type FollowParts } from './follow.ts';
import { loadObject } from './load-object.ts';
import { readWhole } from './read-whole.ts';
import { turnAt } from './schedule.ts';
import { readStates } from './state.ts';

/**
 * One turn of keeping an org in step: what is live is followed first, then first loads are brought on.
 * @throws SalesforceError, or what jsforce throws, when the org is away or refuses; the next turn goes on from there
 */
export async function syncTurn(parts: FollowParts): Promise<void> {
  const { orgId } = parts.connection;
  const states = await parts.store.inTenant(orgId, (tenant) => readStates(tenant, orgId));
  const { follow, readWhole: whole, load } = turnAt(states, parts.now());
  await followChanges(parts, follow);
  for (const state of whole) await readWhole(parts, state);
  for (const state of load) await loadObject(parts, state);
}
