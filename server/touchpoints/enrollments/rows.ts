import { sql } from 'kysely';
import { z } from 'zod';
import { anchors, outcomes } from '../../cadences/index.ts';
import { clauseSchema } from '../../http/clause.ts';
import type { Tenant } from '../../store/index.ts';
import { snapshotSchema } from '../record/snapshot.ts';
import { seenTaskSchema } from '../tasks/seen-task.ts';
import { wantedTaskSchema } from '../tasks/wanted-task.ts';

const pauseSchema = z.object({
  from: z.iso.date(),
  to: z.iso.date().optional(),
  /** The mail or Event that it came from; one pauses once. */
  source: z.string().optional(),
});

export const enrollmentStates = ['active', 'paused', 'stopped', 'completed'] as const;
export const starters = ['rep', 'stage', 'rule', 'flow'] as const;

export const touchpointStates = [
  'current',
  'planned',
  'held',
  'done',
  'skipped',
  'cancelled',
  'notTaken',
] as const;

/** One run of a cadence on a record. */
export const enrollmentSchema = z.object({
  id: z.string(),
  cadence_key: z.string(),
  cadence_version: z.int(),
  record_id: z.string(),
  sobject: z.enum(['Opportunity', 'Account']),
  account_id: z.string().nullable(),
  /** Who joined, for a cadence about a person; else ''. */
  contact_id: z.string(),
  state: z.enum(enrollmentStates),
  reason: clauseSchema.nullable(),
  /** The deal left the stages of the cadence; `keeps` once somebody said that it goes on. */
  asks: z.object({ stageName: z.string(), keeps: z.boolean() }).nullable(),
  started_on: z.iso.date(),
  started_by: z.enum(starters),
  started_by_user: z.string().nullable(),
  iteration: z.int(),
  /** Dates that a person gave where the record has none. */
  anchor_dates: z.partialRecord(z.enum(anchors), z.iso.date()),
  record: snapshotSchema,
  record_at: z.date(),
  pauses: z.array(pauseSchema),
  resume_on: z.iso.date().nullable(),
});

export type Enrollment = z.infer<typeof enrollmentSchema>;

const instant = z.date().transform((at) => at.toISOString());

/** One step of one enrolment. */
export const touchpointSchema = z.object({
  id: z.string(),
  enrollment_id: z.string(),
  step_id: z.string(),
  occurrence: z.int(),
  state: z.enum(touchpointStates),
  due_on: z.iso.date().nullable(),
  at: instant.nullable(),
  reason: clauseSchema.nullable(),
  conflicts: z.array(clauseSchema),
  pinned_on: z.iso.date().nullable(),
  ended_on: z.iso.date().nullable(),
  /** User id; `salesforce` for what was done there. */
  ended_by: z.string().nullable(),
  outcome: z.enum(outcomes).nullable(),
  completion_reason: z.string().nullable(),
  note: z.string().nullable(),
  owner_id: z.string().nullable(),
  contact_id: z.string().nullable(),
  /** Uses up the contact's budget. */
  outbound: z.boolean(),
  /** What its Task is to say; null as long as it needs none. */
  task: wantedTaskSchema.nullable(),
  /** What Salesforce said about its Task. */
  task_seen: seenTaskSchema.nullable(),
  task_id: z.string().nullable(),
});

export type Touchpoint = z.infer<typeof touchpointSchema>;

/** An enrolment with its touchpoints. */
export interface Enrolled {
  enrollment: Enrollment;
  touchpoints: readonly Touchpoint[];
}

/** The states of what is over, whichever way it ended. */
export const isEnding = (state: Touchpoint['state']): state is 'done' | 'skipped' | 'cancelled' =>
  state === 'done' || state === 'skipped' || state === 'cancelled';

export const isOver = ({ state }: Pick<Touchpoint, 'state'>): boolean => isEnding(state);

/** Still to be done, now or later. */
export const isOpen = ({ state }: Pick<Touchpoint, 'state'>): boolean =>
  state === 'current' || state === 'planned' || state === 'held';

/** Goes on, or waits until it does. */
export const isRunning = ({ state }: Pick<Enrollment, 'state'>): boolean =>
  state === 'active' || state === 'paused';

const enrollmentColumns = sql`
  id, cadence_key, cadence_version, record_id, sobject, account_id, contact_id, state, reason, asks, started_on, started_by,
  started_by_user, iteration, anchor_dates, record, record_at, pauses, resume_on
`;

/** Enrolments of a record, the newest first. */
export async function readEnrollments(
  tenant: Tenant,
  orgId: string,
  recordId: string,
): Promise<Enrollment[]> {
  const { rows } = await sql`
    select ${enrollmentColumns} from cadence_enrollment
    where org_id = ${orgId} and record_id = ${recordId} order by id desc
  `.execute(tenant);
  return z.array(enrollmentSchema).parse(rows);
}

/** Enrolments that are to be looked at, those longest waiting first, taken in hand until the transaction ends. */
export async function lockDue(
  tenant: Tenant,
  orgId: string,
  now: Date,
  limit: number,
): Promise<Enrollment[]> {
  const { rows } = await sql`
    select ${enrollmentColumns} from cadence_enrollment
    where org_id = ${orgId} and look_at <= ${now} order by look_at, id limit ${limit} for update skip locked
  `.execute(tenant);
  return z.array(enrollmentSchema).parse(rows);
}

/** Ids of enrolments that are to be looked at, whatever is in them. */
export async function dueIds(tenant: Tenant, orgId: string, now: Date, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from cadence_enrollment where org_id = ${orgId} and look_at <= ${now} order by look_at, id limit ${limit}
  `.execute(tenant);
  return rows.map(({ id }) => id);
}

/** Running enrolments of records, taken in hand until the transaction ends. */
export async function lockRunningOn(
  tenant: Tenant,
  orgId: string,
  recordIds: readonly string[],
): Promise<Enrollment[]> {
  const { rows } = await sql`
    select ${enrollmentColumns} from cadence_enrollment
    where org_id = ${orgId} and record_id = any(${recordIds}) and state in ('active', 'paused') order by id for update
  `.execute(tenant);
  return z.array(enrollmentSchema).parse(rows);
}

/** Takes enrolments in hand until the transaction ends; waits for those that another process has. */
export async function lockEnrollments(
  tenant: Tenant,
  orgId: string,
  ids: readonly string[],
): Promise<Enrollment[]> {
  const { rows } = await sql`
    select ${enrollmentColumns} from cadence_enrollment
    where org_id = ${orgId} and id = any(${ids}::uuid[]) order by id for update
  `.execute(tenant);
  return z.array(enrollmentSchema).parse(rows);
}

/** Touchpoints of enrolments, in the order in which they were made. */
export async function readTouchpoints(
  tenant: Tenant,
  orgId: string,
  enrollmentIds: readonly string[],
): Promise<Touchpoint[]> {
  const { rows } = await sql`
    select id, enrollment_id, step_id, occurrence, state, due_on, at, reason, conflicts, pinned_on, ended_on, ended_by,
      outcome, completion_reason, note, owner_id, contact_id, outbound, task, task_seen, task_id
    from touchpoint where org_id = ${orgId} and enrollment_id = any(${enrollmentIds}::uuid[]) order by id
  `.execute(tenant);
  return z.array(touchpointSchema).parse(rows);
}
