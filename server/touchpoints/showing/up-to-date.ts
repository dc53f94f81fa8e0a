import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Tenant } from '../../store/index.ts';
import { type Enrollment, isRunning, lockEnrollments } from '../enrollments/rows.ts';
import { planEnrollments } from '../engine/plan-enrollments.ts';
import { refreshFromMirror } from '../engine/refresh.ts';
import { withReach } from '../record/read-record.ts';
import type { CurrentRecord } from './current-record.ts';
import type { FactConfiguration } from '../../journey/index.ts';

interface Due {
  id: string;
}

/** Enrolments whose day has come, or that know other than the viewer whether people can be written to. */
const concerned = (
  enrollments: readonly Enrollment[],
  due: readonly Due[],
  { snapshot }: CurrentRecord,
): Enrollment[] =>
  enrollments.filter((enrollment) => {
    const learns = !isDeepStrictEqual(withReach(enrollment.record, snapshot), enrollment.record);
    return due.some(({ id }) => id === enrollment.id) || (isRunning(enrollment) && learns);
  });

/** Plans what is due on a record before it is shown, so that nobody waits for a worker: a new day, a Task that was moved. */
export async function bringUpToDate(
  tenant: Tenant,
  orgId: string,
  enrollments: readonly Enrollment[],
  current: CurrentRecord,
  { configuration, now }: { configuration: FactConfiguration; now: Date },
): Promise<void> {
  if (enrollments.length === 0) return;
  const ids = enrollments.map(({ id }) => id);
  const { rows: due } = await sql<Due>`
    select id from cadence_enrollment where org_id = ${orgId} and id = any(${ids}::uuid[]) and look_at <= ${now}
  `.execute(tenant);
  const stale = concerned(enrollments, due, current);
  if (stale.length === 0) return;
  const locked = await lockEnrollments(
    tenant,
    orgId,
    stale.map(({ id }) => id),
  );
  const inHand = await refreshFromMirror(tenant, orgId, locked, { configuration, now });
  const informed = inHand.map(({ enrollment, touchpoints }) => ({
    enrollment: { ...enrollment, record: withReach(enrollment.record, current.snapshot) },
    touchpoints,
  }));
  await planEnrollments(tenant, orgId, informed, now, { isFresh: true });
}
