import { sql } from 'kysely';
import { AppError } from '../../errors.ts';
import type { Tenant } from '../../store/index.ts';

type Meant = { enrollmentId: string } | { touchpointId: string };

/**
 * Id of the enrolment that a viewer means, by itself or by one of its touchpoints; it must belong to the record that Apex read
 * for them.
 * @throws AppError `touchpointUnknown`
 */
export const findMeant = async (
  tenant: Tenant,
  orgId: string,
  recordId: string,
  meant: Meant,
): Promise<string> => {
  const id =
    'enrollmentId' in meant
      ? sql`${meant.enrollmentId}::uuid`
      : sql`(select enrollment_id from touchpoint where org_id = ${orgId} and id = ${meant.touchpointId})`;
  const { rows } = await sql<{ id: string }>`
    select id from cadence_enrollment where org_id = ${orgId} and record_id = ${recordId} and id = ${id}
  `.execute(tenant);
  if (rows[0]) return rows[0].id;
  throw new AppError('touchpointUnknown', `There is no such touchpoint on ${recordId}.`);
};
