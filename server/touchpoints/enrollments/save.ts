import { sql } from 'kysely';
import type { Tenant } from '../../store/index.ts';
import type { Enrollment, Touchpoint } from './rows.ts';

/** An enrolment with the instant from which it is to be looked at again. */
export interface SavedEnrollment extends Enrollment {
  /** Undefined once nothing changes by itself any more. */
  lookAt: Date | undefined;
}

const json = (value: unknown): string => JSON.stringify(value);

const columns = sql`
  id uuid, cadence_key text, cadence_version int, record_id text, sobject text, account_id text, contact_id text,
  state text, reason jsonb, asks jsonb, started_on date, started_by text, started_by_user text, iteration int,
  anchor_dates jsonb, record jsonb, record_at timestamptz, pauses jsonb, resume_on date, "lookAt" timestamptz
`;

/** Makes enrolments, but those of which one like it is running on the record. @returns ids of those that were made */
export async function addEnrollments(
  tenant: Tenant,
  orgId: string,
  enrollments: readonly Enrollment[],
): Promise<ReadonlySet<string>> {
  if (enrollments.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    insert into cadence_enrollment (
      org_id, id, cadence_key, cadence_version, record_id, sobject, account_id, contact_id, state, reason, asks, started_on,
      started_by, started_by_user, iteration, anchor_dates, record, record_at, pauses, resume_on
    )
    select ${orgId}, id, cadence_key, cadence_version, record_id, sobject, account_id, contact_id, state,
      nullif(reason, 'null'), nullif(asks, 'null'), started_on, started_by, started_by_user, iteration, anchor_dates, record,
      record_at, pauses, resume_on
    from jsonb_to_recordset(${json(enrollments)}::jsonb) as given (${columns}) order by record_id, cadence_key, contact_id
    on conflict do nothing returning id
  `.execute(tenant);
  return new Set(rows.map(({ id }) => id));
}

/** Writes enrolments as they are now. */
export async function saveEnrollments(
  tenant: Tenant,
  orgId: string,
  enrollments: readonly SavedEnrollment[],
  /** What was due by then stays due: it was planned without looking at what changed. */
  stillDue: Date | undefined,
): Promise<void> {
  if (enrollments.length === 0) return;
  await sql`
    update cadence_enrollment as kept set
      cadence_version = given.cadence_version, state = given.state, reason = nullif(given.reason, 'null'),
      asks = nullif(given.asks, 'null'), iteration = given.iteration, anchor_dates = given.anchor_dates,
      record = given.record, record_at = given.record_at, pauses = given.pauses, resume_on = given.resume_on,
      look_at = case when kept.look_at <= ${stillDue ?? null}::timestamptz then kept.look_at else given."lookAt" end, updated_at = now()
    from jsonb_to_recordset(${json(enrollments)}::jsonb) as given (${columns})
    where kept.org_id = ${orgId} and kept.id = given.id
  `.execute(tenant);
}

/** Writes touchpoints as they are now. */
export async function saveTouchpoints(
  tenant: Tenant,
  orgId: string,
  touchpoints: readonly Touchpoint[],
): Promise<void> {
  if (touchpoints.length === 0) return;
  await sql`
    insert into touchpoint as kept (
      org_id, id, enrollment_id, step_id, occurrence, state, due_on, at, reason, conflicts, pinned_on, ended_on, ended_by,
      outcome, completion_reason, note, owner_id, contact_id, outbound, task, task_seen, task_id
    )
    select ${orgId}, id, enrollment_id, step_id, occurrence, state, due_on, at, nullif(reason, 'null'), conflicts, pinned_on,
      ended_on, ended_by, outcome, completion_reason, note, owner_id, contact_id, outbound, nullif(task, 'null'),
      nullif(task_seen, 'null'), task_id
    from jsonb_to_recordset(${json(touchpoints)}::jsonb) as given (
      id uuid, enrollment_id uuid, step_id text, occurrence int, state text, due_on date, at timestamptz, reason jsonb,
      conflicts jsonb, pinned_on date, ended_on date, ended_by text, outcome text, completion_reason text, note text,
      owner_id text, contact_id text, outbound boolean, task jsonb, task_seen jsonb, task_id text
    )
    on conflict (org_id, id) do update set
      state = excluded.state, due_on = excluded.due_on, at = excluded.at, reason = excluded.reason,
      conflicts = excluded.conflicts, pinned_on = excluded.pinned_on, ended_on = excluded.ended_on,
      ended_by = excluded.ended_by, outcome = excluded.outcome, completion_reason = excluded.completion_reason,
      note = excluded.note, owner_id = excluded.owner_id, contact_id = excluded.contact_id, outbound = excluded.outbound,
      task = excluded.task, task_seen = excluded.task_seen, task_id = excluded.task_id,
      updated_at = now()
  `.execute(tenant);
}

/** Takes touchpoints out whose Tasks were cancelled for good. */
export async function removeTouchpoints(
  tenant: Tenant,
  orgId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from touchpoint where org_id = ${orgId} and id = any(${ids}::uuid[])`.execute(tenant);
}

/** Enrolments are looked at again at that instant, and not before by themselves. */
export async function lookAgain(
  tenant: Tenant,
  orgId: string,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update cadence_enrollment set look_at = ${at} where org_id = ${orgId} and id = any(${ids}::uuid[])
  `.execute(tenant);
}
