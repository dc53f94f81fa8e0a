import { sql } from 'kysely';
import { type Executor, table } from '../database.ts';
import type { Access } from './access.ts';

type Family = Pick<Access, 'family' | 'opportunityOpeners'>;

/**
 * The user, everybody whose role is below the user's, and the queues of these. Salesforce opens what belongs to them;
 * `User.ManagerId` opens nothing.
 */
export async function loadFamily(db: Executor, userId: string): Promise<Family> {
  const { rows } = await sql<{ id: string; opens: string | null }>`
    with recursive below as (
      select r."Id" from ${table('UserRole')} r
        join ${table('User')} u on r."ParentRoleId" = u."UserRoleId" where u."Id" = ${userId}
      union
      select r."Id" from ${table('UserRole')} r join below b on r."ParentRoleId" = b."Id"
    )
    select u."Id" as id, r."OpportunityAccessForAccountOwner" as opens from ${table('User')} u
      left join ${table('UserRole')} r on r."Id" = u."UserRoleId"
      where u."Id" = ${userId} or u."UserRoleId" in (select "Id" from below)`.execute(db);
  const users = rows.map(({ id }) => id);
  const queues = await sql<{
    id: string;
  }>`select distinct "GroupId" as id from ${table('GroupMember')} where "UserOrGroupId" = any(${users})`.execute(
    db,
  );
  return {
    family: [...users, ...queues.rows.map(({ id }) => id)],
    opportunityOpeners: {
      read: rows.filter(({ opens }) => opens === 'Read' || opens === 'Edit').map(({ id }) => id),
      edit: rows.filter(({ opens }) => opens === 'Edit').map(({ id }) => id),
    },
  };
}
