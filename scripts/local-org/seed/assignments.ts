import { sql } from 'kysely';
import { table } from '../database.ts';
import type { Row } from '../records/row.ts';
import type { Founders } from './foundation.ts';
import { type Seeding, seedRows } from './rows.ts';

/**
 * The administrator and the integration user get every permission set of the project, as whoever deploys it assigns
 * them: otherwise nobody could read the fields that it ships. Everybody else is assigned by hand.
 */
export async function assignToFounders(
  seeding: Seeding,
  { adminId, integrationId }: Founders,
): Promise<void> {
  const { rows } = await sql<{
    set: string;
    user: string;
  }>`select s."Id" as set, u."Id" as user from ${table('PermissionSet')} s, ${table('User')} u
    where not s."IsOwnedByProfile" and u."Id" = any(${[adminId, integrationId]}) and not exists (
      select 1 from ${table('PermissionSetAssignment')} a where a."PermissionSetId" = s."Id" and a."AssigneeId" = u."Id")`.execute(
    seeding.trx,
  );
  await seedRows(
    seeding,
    'PermissionSetAssignment',
    rows.map(({ set, user }): Row => ({ PermissionSetId: set, AssigneeId: user })),
  );
}
