import { sql } from 'kysely';
import { z } from 'zod';
import { readCadenceVersions } from '../../content/index.ts';
import { civilDate } from '../../http/calendar.ts';
import type { FactConfiguration } from '../../journey/index.ts';
import type { Tenant } from '../../store/index.ts';
import {
  type Enrolled,
  type Enrollment,
  isOpen,
  isRunning,
  readTouchpoints,
  type Touchpoint,
} from '../enrollments/rows.ts';
import { type MirroredRecord, readMirroredRecords } from '../record/from-mirror.ts';
import { mirrorKnows, snapshotOf, withReach } from '../record/read-record.ts';
import { followTask } from '../tasks/follow-task.ts';
import { type TaskState, withState } from '../tasks/seen-task.ts';
import { taskKeyOf, touchpointOfKey } from '../tasks/task-writes.ts';
import { afterStageChange } from './leave-stage.ts';
import { fallbackZone, isZone } from './zone.ts';

const taskRowSchema = z.object({
  key: z.string(),
  Id: z.string(),
  modifiedAt: z.date(),
  IsDeleted: z.boolean(),
  IsClosed: z.boolean(),
  OwnerId: z.string().nullable(),
  ActivityDate: z.iso.date().nullable(),
  completedAt: z.date().nullable(),
  zone: z.string().nullable(),
});

const stateOf = ({
  key: _,
  zone,
  completedAt,
  modifiedAt,
  ...row
}: z.infer<typeof taskRowSchema>): TaskState => ({
  ...row,
  modifiedAt: modifiedAt.toISOString(),
  completedOn: row.IsClosed
    ? civilDate(completedAt ?? modifiedAt, zone && isZone(zone) ? zone : fallbackZone)
    : null,
});

/** What Salesforce says about Tasks of touchpoints, by touchpoint. */
async function readTaskStates(
  tenant: Tenant,
  orgId: string,
  touchpoints: readonly Touchpoint[],
): Promise<Map<string, TaskState>> {
  const { rows } = await sql`
    select task."Inspire_Key__c" as key, task."Id", task."SystemModstamp" as "modifiedAt", task."IsDeleted",
      task."IsClosed" is true as "IsClosed", task."OwnerId", task."ActivityDate", task."CompletedDateTime" as "completedAt",
      owner."TimeZoneSidKey" as zone
    from mirror_task task left join mirror_user owner on owner.org_id = task.org_id and owner."Id" = task."OwnerId"
    where task.org_id = ${orgId} and task."Inspire_Key__c" = any(${touchpoints.map(taskKeyOf)})
  `.execute(tenant);
  const states = z.array(taskRowSchema).parse(rows);
  return new Map(states.map((row) => [touchpointOfKey(row.key) ?? row.key, stateOf(row)]));
}

const refreshed = (
  enrollment: Enrollment,
  found: MirroredRecord | undefined,
  configuration: FactConfiguration,
  today: string,
): Enrollment => {
  if (!found) return enrollment;
  const fresh = snapshotOf(found.fields, configuration, { today, knows: mirrorKnows });
  const record = withReach(fresh, enrollment.record, ['hasEmail']);
  return { ...enrollment, record, record_at: found.modifiedAt, account_id: found.accountId ?? null };
};

const keyOf = ({ record_id: recordId, cadence_key: key, contact_id: contactId }: Enrollment): string =>
  `${recordId} ${key} ${contactId}`;

/** Records on which a cadence runs, of which a former run may not be taken up again. */
const readBusy = async (
  tenant: Tenant,
  orgId: string,
  enrollments: readonly Enrollment[],
): Promise<ReadonlySet<string>> => {
  const ended = enrollments.filter(({ state }) => state === 'completed').map(({ record_id: id }) => id);
  if (ended.length === 0) return new Set();
  const { rows } = await sql<{ name: string }>`
    select concat_ws(' ', record_id, cadence_key, contact_id) as name from cadence_enrollment
    where org_id = ${orgId} and record_id = any(${ended}) and state in ('active', 'paused')
  `.execute(tenant);
  return new Set(rows.map(({ name }) => name));
};

/** Enrolments with their records and Tasks as the mirror has them by now; what it does not have stays as it was. */
export async function refreshFromMirror(
  tenant: Tenant,
  orgId: string,
  enrollments: readonly Enrollment[],
  { configuration, now }: { configuration: FactConfiguration; now: Date },
): Promise<Enrolled[]> {
  const today = civilDate(now, 'UTC');
  const named = enrollments.map(({ record_id: recordId, sobject }) => ({ recordId, sobject }));
  const records = await readMirroredRecords(tenant, orgId, named);
  const touchpoints = await readTouchpoints(
    tenant,
    orgId,
    enrollments.map(({ id }) => id),
  );
  const states = await readTaskStates(tenant, orgId, touchpoints);
  const followed = touchpoints.map((touchpoint) => {
    const state = states.get(touchpoint.id);
    return state ? followTask(touchpoint, withState(touchpoint.task_seen, state)) : touchpoint;
  });
  const byEnrollment = Map.groupBy(followed, (each) => each.enrollment_id);
  const cadenceOf = await readCadenceVersions(tenant, orgId, enrollments);
  const busy = await readBusy(tenant, orgId, enrollments);
  return enrollments.map((before) => {
    const rows = byEnrollment.get(before.id) ?? [];
    const enrollment = refreshed(before, records.get(before.record_id), configuration, today);
    const cadence = cadenceOf(before);
    const isReopened = before.state === 'completed' && rows.some(isOpen) && !busy.has(keyOf(before));
    if (isReopened) return { enrollment: { ...enrollment, state: 'active' }, touchpoints: rows };
    if (!cadence || !isRunning(before)) return { enrollment, touchpoints: rows };
    return afterStageChange(cadence, enrollment, rows, { before: before.record, today });
  });
}
