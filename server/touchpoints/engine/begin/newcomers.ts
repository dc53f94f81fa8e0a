import type { MirroredRecord } from '../../record/from-mirror.ts';
import { enroll } from '../enroll.ts';
import { candidateOf, isOffered, requestOf, type Starting } from './starting.ts';

/** Somebody who joined a deal that was running already. */
export interface Newcomer {
  recordId: string;
  contactId: string;
  role: string | null;
}

/** Begins the cadences for people who joined; what runs on the deal goes on. */
export async function beginForNewcomers(
  starting: Starting,
  newcomers: readonly Newcomer[],
  records: ReadonlyMap<string, MirroredRecord>,
): Promise<void> {
  const requests = newcomers.flatMap(({ recordId, contactId, role }) => {
    const found = records.get(recordId);
    if (!found) return [];
    const candidate = candidateOf(found, starting);
    if (candidate.record.isClosed) return [];
    return starting.cadences
      .filter(
        ({ cadence: { start } }) =>
          start.on === 'newStakeholder' &&
          (start.roles.length === 0 || (role !== null && start.roles.includes(role))),
      )
      .filter((version) => isOffered(version, candidate.record))
      .map((version) => requestOf(version, candidate, starting, { startedBy: 'rule', contactId }));
  });
  await enroll(starting.tenant, starting.orgId, requests, starting.now);
}
