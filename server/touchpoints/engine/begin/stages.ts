import { sql } from 'kysely';
import { type Enrollment, lockEnrollments } from '../../enrollments/rows.ts';
import type { MirroredRecord } from '../../record/from-mirror.ts';
import { enroll, type EnrollRequest } from '../enroll.ts';
import { planEnrollments } from '../plan-enrollments.ts';
import type { StageEntry } from '../positions.ts';
import { refreshFromMirror } from '../refresh.ts';
import { stageChanged, takenUp } from '../stop.ts';
import { candidateOf, isOffered, requestOf, type Starting } from './starting.ts';

interface Former {
  id: string;
  recordId: string;
  key: string;
  state: Enrollment['state'];
  reason: string | null;
}

/** The enrolment of each cadence on these records that runs, or the last that ran. */
const readFormer = async ({ tenant, orgId }: Starting, recordIds: readonly string[]): Promise<Former[]> => {
  const { rows } = await sql<Former>`
    select distinct on (record_id, cadence_key) id, record_id as "recordId", cadence_key as key, state,
      reason ->> 'code' as reason
    from cadence_enrollment where org_id = ${orgId} and record_id = any(${recordIds})
    order by record_id, cadence_key, state in ('active', 'paused') desc, id desc
  `.execute(tenant);
  return rows;
};

/** A running one goes on in its next iteration; one that ended because the deal moved on is taken up where it was. */
const goOn = async (
  { tenant, orgId, configuration, now }: Starting,
  former: readonly Former[],
): Promise<void> => {
  const ids = former.map(({ id }) => id);
  const enrollments = await lockEnrollments(tenant, orgId, ids);
  const refreshed = await refreshFromMirror(tenant, orgId, enrollments, { configuration, now });
  const inHand = refreshed.map(({ enrollment, touchpoints }) =>
    enrollment.state === 'stopped'
      ? takenUp(enrollment, touchpoints)
      : { enrollment: { ...enrollment, iteration: enrollment.iteration + 1 }, touchpoints },
  );
  await planEnrollments(tenant, orgId, inHand, now, { isFresh: true });
};

const goesOn = ({ state, reason }: Former): boolean =>
  state === 'active' || state === 'paused' || (state === 'stopped' && reason === stageChanged);

/**
 * Begins the cadences of the stages that deals came to. A deal that came back does not begin anew: what it has of the cadence
 * goes on, and what was completed stays so.
 */
export async function beginForStages(
  starting: Starting,
  entries: readonly StageEntry[],
  records: ReadonlyMap<string, MirroredRecord>,
): Promise<void> {
  const former = await readFormer(
    starting,
    entries.map(({ recordId }) => recordId),
  );
  const requests: EnrollRequest[] = [];
  const again: Former[] = [];
  for (const { recordId, visit } of entries) {
    const found = records.get(recordId);
    if (!found) continue;
    const candidate = candidateOf(found, starting);
    for (const version of starting.cadences) {
      const { start, id, sobject } = version.cadence;
      const isMeant =
        start.on === 'stageEntry' && start.stages.some((stage) => candidate.record.stageKeys.includes(stage));
      if (!isMeant || sobject !== 'Opportunity' || !isOffered(version, candidate.record)) continue;
      const last = former.find((each) => each.recordId === recordId && each.key === id);
      if (!last)
        requests.push(requestOf(version, candidate, starting, { startedBy: 'stage', iteration: visit }));
      else if (goesOn(last) && (visit > 1 || last.state === 'stopped')) again.push(last);
    }
  }
  await goOn(starting, again);
  await enroll(starting.tenant, starting.orgId, requests, starting.now);
}
