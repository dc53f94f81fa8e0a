import { v7 as uuidv7 } from 'uuid';
import type { Cadence } from '../../cadences/index.ts';
import type { Tenant } from '../../store/index.ts';
import type { Enrolled, Enrollment } from '../enrollments/rows.ts';
import { addEnrollments } from '../enrollments/save.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import { planEnrollments } from './plan-enrollments.ts';

/** Whoever asks for it: a rep, a stage, a rule or a Flow. */
export interface EnrollRequest {
  cadence: Cadence;
  version: number;
  recordId: string;
  accountId: string | undefined;
  record: RecordSnapshot;
  recordAt: Date;
  startedBy: Enrollment['started_by'];
  userId: string | undefined;
  /** Civil day that offsets count from. */
  startedOn: string;
  anchorDates: Enrollment['anchor_dates'];
  /** Who joined, for a cadence about a person. */
  contactId?: string;
  iteration?: number;
}

/** The enrolment that a request means; nothing of it is stored. */
export const enrollmentOf = (request: EnrollRequest): Enrollment => ({
  id: uuidv7(),
  ...{ cadence_key: request.cadence.id, cadence_version: request.version },
  ...{ record_id: request.recordId, sobject: request.cadence.sobject, account_id: request.accountId ?? null },
  ...{ contact_id: request.contactId ?? '', state: 'active', reason: null, asks: null },
  ...{
    started_on: request.startedOn,
    started_by: request.startedBy,
    started_by_user: request.userId ?? null,
  },
  ...{ iteration: request.iteration ?? 1, anchor_dates: request.anchorDates },
  ...{ record: request.record, record_at: request.recordAt, pauses: [], resume_on: null },
});

/**
 * The one way into a cadence, for panel, stage change, rule and Flow. Nobody is enrolled twice: where the cadence runs on
 * the record already, the request changes nothing.
 * @returns the enrolments that were made, planned
 */
export async function enroll(
  tenant: Tenant,
  orgId: string,
  requests: readonly EnrollRequest[],
  now: Date,
): Promise<Enrolled[]> {
  const wanted = requests.map(enrollmentOf);
  const added = await addEnrollments(tenant, orgId, wanted);
  const inHand = wanted
    .filter(({ id }) => added.has(id))
    .map((enrollment) => ({ enrollment, touchpoints: [] }));
  return planEnrollments(tenant, orgId, inHand, now);
}
