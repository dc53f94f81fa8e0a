import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { CadenceVersion } from '../../content/index.ts';
import type { FactConfiguration } from '../../journey/index.ts';
import type { Tenant } from '../../store/index.ts';
import { type Enrollment, lockEnrollments, readTouchpoints } from '../enrollments/rows.ts';
import { type MirroredRecord } from '../record/from-mirror.ts';
import { snapshotOf } from '../record/read-record.ts';
import { holds, type RecordSnapshot } from '../record/snapshot.ts';
import { enroll, type EnrollRequest } from './enroll.ts';
import { planEnrollments } from './plan-enrollments.ts';
import type { StageEntry } from './positions.ts';
import { stageChanged, takenUp } from './stop.ts';

/** What beginning a cadence by itself needs. */
export interface Starting {
  tenant: Tenant;
  orgId: string;
  configuration: FactConfiguration;
  cadences: readonly CadenceVersion[];
  now: Date;
  /** Civil date, UTC. */
  today: string;
}

interface Candidate {
  found: MirroredRecord;
  record: RecordSnapshot;
}

const candidateOf = (found: MirroredRecord, { configuration, today }: Starting): Candidate => ({
  found,
  record: snapshotOf(found.fields, configuration, { today, knowsAddresses: false }),
});

const requestOf = (
  { cadence, version }: CadenceVersion,
  { found, record }: Candidate,
  { today }: Starting,
  more: Pick<EnrollRequest, 'startedBy'> & Partial<EnrollRequest>,
): EnrollRequest => ({
  ...{ cadence, version, record, recordId: found.recordId, accountId: found.accountId },
  ...{ recordAt: found.modifiedAt, userId: undefined, startedOn: today, anchorDates: {} },
  ...more,
});

const isOffered = ({ retired, cadence }: CadenceVersion, record: RecordSnapshot): boolean =>
  !retired && !record.isDeleted && holds(cadence.when, record);

interface Former {
  id: string;
  recordId: string;
  key: string;
  state: Enrollment['state'];
  reason: string | null;
}

/** The last enrolment of each cadence on these records. */
const readFormer = async ({ tenant, orgId }: Starting, recordIds: readonly string[]): Promise<Former[]> => {
  const { rows } = await sql<Former>`
    select distinct on (record_id, cadence_key) id, record_id as "recordId", cadence_key as key, state,
      reason ->> 'code' as reason
    from cadence_enrollment where org_id = ${orgId} and record_id = any(${recordIds})
    order by record_id, cadence_key, id desc
  `.execute(tenant);
  return rows;
};

/** A running one goes on in its next iteration; one that ended because the deal moved on is taken up where it was. */
const goOn = async ({ tenant, orgId, now }: Starting, former: readonly Former[]): Promise<void> => {
  const enrollments = await lockEnrollments(
    tenant,
    orgId,
    former.map(({ id }) => id),
  );
  const touchpoints = await readTouchpoints(
    tenant,
    orgId,
    enrollments.map(({ id }) => id),
  );
  const inHand = enrollments.map((enrollment) => {
    const own = touchpoints.filter((each) => each.enrollment_id === enrollment.id);
    if (enrollment.state === 'stopped') return takenUp(enrollment, own);
    return { enrollment: { ...enrollment, iteration: enrollment.iteration + 1 }, touchpoints: own };
  });
  await planEnrollments(tenant, orgId, inHand, now);
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
      else if (visit > 1 && goesOn(last)) again.push(last);
    }
  }
  await goOn(starting, again);
  await enroll(starting.tenant, starting.orgId, requests, starting.now);
}

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

const monthsAfter = (day: string, months: number): string =>
  Temporal.PlainDate.from(day).add({ months }).toString();

/** Begins cadences on accounts whose term ends soon, once for each term. */
export async function beginForTerms(
  starting: Starting,
  records: ReadonlyMap<string, MirroredRecord>,
): Promise<void> {
  const { tenant, orgId, today } = starting;
  const { rows } = await sql<{ name: string }>`
    select record_id || ' ' || cadence_key || ' ' || coalesce(record -> 'anchors' ->> anchor, anchor_dates ->> anchor) as name
    from cadence_enrollment, unnest(array['contractEnd', 'assetEnd', 'competitorTermEnd']) as anchor
    where org_id = ${orgId} and record_id = any(${[...records.keys()]})
  `.execute(tenant);
  const known = new Set(rows.map(({ name }) => name));
  const requests = [...records.values()].flatMap((found) => {
    const candidate = candidateOf(found, starting);
    return starting.cadences.flatMap((version) => {
      const { start, id } = version.cadence;
      if (start.on !== 'termEnd' || !isOffered(version, candidate.record)) return [];
      const end = candidate.record.anchors[start.anchor];
      const isNear = end !== undefined && end >= today && end <= monthsAfter(today, start.monthsBefore);
      if (!isNear || known.has(`${found.recordId} ${id} ${end}`)) return [];
      return [requestOf(version, candidate, starting, { startedBy: 'rule' })];
    });
  });
  await enroll(tenant, orgId, requests, starting.now);
}
