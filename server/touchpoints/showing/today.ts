import { sql } from 'kysely';
import { z } from 'zod';
import { stepIn } from '../../cadences/index.ts';
import { readCadenceVersions } from '../../content/index.ts';
import { civilDate } from '../../http/calendar.ts';
import type { SignedCall } from '../../http/route.ts';
import type { Tenant } from '../../store/index.ts';
import type { TodayAnswer } from '../answer.ts';
import type { TouchpointParts } from '../parts.ts';

/** Experience: at most seven. */
const shownAtMost = 7;

const rowSchema = z.object({
  id: z.string(),
  step_id: z.string(),
  due_on: z.iso.date(),
  at: z.date().nullable(),
  contact_id: z.string().nullable(),
  record_id: z.string(),
  sobject: z.enum(['Opportunity', 'Account']),
  cadence_key: z.string(),
  cadence_version: z.int(),
  total: z.int(),
});

const readDue = async (tenant: Tenant, orgId: string, userId: string) => {
  const { rows } = await sql`
    select touch.id, step_id, due_on, at, touch.contact_id, record_id, sobject, cadence_key, cadence_version,
      count(*) over ()::int as total
    from touchpoint touch join cadence_enrollment enrollment
      on enrollment.org_id = touch.org_id and enrollment.id = touch.enrollment_id
    where touch.org_id = ${orgId} and owner_id = ${userId} and touch.state = 'current' and due_on is not null
    order by due_on, at, touch.id limit ${shownAtMost}
  `.execute(tenant);
  return z.array(rowSchema).parse(rows);
};

const readOwnAbsences = async (tenant: Tenant, orgId: string, userId: string, today: string) => {
  const { rows } = await sql<TodayAnswer['absences'][number]>`
    select id as "absenceId", from_on as from, to_on as to from user_absence
    where org_id = ${orgId} and user_id = ${userId} and to_on >= ${today}::date order by from_on
  `.execute(tenant);
  return rows;
};

/** What the viewer has to do across records, soonest first. */
export async function composeToday(
  tenant: Tenant,
  { caller }: SignedCall<unknown>,
  now: Date,
): Promise<TodayAnswer> {
  const { orgId, userId, locale, timeZone } = caller;
  const today = civilDate(now, timeZone);
  const rows = await readDue(tenant, orgId, userId);
  const cadenceOf = await readCadenceVersions(tenant, orgId, rows);
  const touchpoints = rows.flatMap((row) => {
    const cadence = cadenceOf(row);
    const step = cadence?.steps.find(({ id }) => id === row.step_id);
    if (!cadence || !step) return [];
    const { name, channel, objective } = stepIn(cadence, step, locale);
    return [
      {
        ...{ touchpointId: row.id, recordId: row.record_id, sobject: row.sobject, name, channel, objective },
        ...{ dueOn: row.due_on, isOverdue: row.due_on < today },
        at: row.at?.toISOString(),
        contactId: row.contact_id ?? undefined,
      },
    ];
  });
  const absences = await readOwnAbsences(tenant, orgId, userId, today);
  return { today, touchpoints, more: (rows[0]?.total ?? 0) - rows.length, absences };
}

/** @throws AppError `storeUnavailable` */
export const showToday = (call: SignedCall<unknown>, { store, now }: TouchpointParts): Promise<TodayAnswer> =>
  store.inTenant(call.caller.orgId, (tenant) => composeToday(tenant, call, now()));
