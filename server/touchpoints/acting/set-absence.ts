import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { SignedCall } from '../../http/route.ts';
import { writeAnswerSchema } from '../../http/write-back.ts';
import { writeOnce } from '../../http/write-once.ts';
import type { Tenant } from '../../store/index.ts';
import { todayAnswerSchema } from '../answer.ts';
import type { AbsenceInput } from '../inputs.ts';
import type { TouchpointParts } from '../parts.ts';
import { composeToday } from '../showing/today.ts';

export const absenceAnswerSchema = writeAnswerSchema(todayAnswerSchema);

const change = async (tenant: Tenant, { caller, input }: SignedCall<AbsenceInput>): Promise<void> => {
  const { orgId, userId } = caller;
  if (input.kind === 'remove') {
    await sql`
      delete from user_absence where org_id = ${orgId} and user_id = ${userId} and id = ${input.absenceId}
    `.execute(tenant);
    return;
  }
  await sql`
    insert into user_absence (org_id, id, user_id, from_on, to_on)
    values (${orgId}, ${uuidv7()}, ${userId}, ${input.from}, ${input.to})
  `.execute(tenant);
};

/** What the person has to do is planned around the days on which they are away, with the next turn. */
const markOwn = (tenant: Tenant, orgId: string, userId: string, now: Date) =>
  sql`
    update cadence_enrollment set look_at = ${now}
    where org_id = ${orgId} and id in (
      select enrollment.id from cadence_enrollment enrollment
      where org_id = ${orgId} and state in ('active', 'paused') and (record ->> 'ownerId' = ${userId} or exists (
        select from touchpoint where org_id = ${orgId} and enrollment_id = enrollment.id and owner_id = ${userId}))
      order by id for update
    )
  `.execute(tenant);

/** Notes days on which the viewer is away, or takes them back. */
export const setAbsence = (call: SignedCall<AbsenceInput>, { store, now }: TouchpointParts) =>
  writeOnce(store, call, 'setAbsence', absenceAnswerSchema, async (tenant) => {
    const { orgId, userId } = call.caller;
    await change(tenant, call);
    await markOwn(tenant, orgId, userId, now());
    return { answer: await composeToday(tenant, call, now()), writes: [] };
  });
