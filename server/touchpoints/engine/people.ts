import { sql } from 'kysely';
import type { Tenant } from '../../store/index.ts';

/** A user as the mirror knows them. */
export interface KnownUser {
  id: string;
  name: string | null;
  isActive: boolean;
  managerId: string | null;
  roleId: string | null;
  /** IANA. */
  zone: string | null;
  /** Salesforce's, `de_AT`. */
  locale: string | null;
}

export type Users = ReadonlyMap<string, KnownUser>;

/** Users of the mirror and their managers; those that it does not have are missing. */
export async function readUsers(tenant: Tenant, orgId: string, ids: readonly string[]): Promise<Users> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<KnownUser>`
    select "Id" as id, "Name" as name, "IsActive" is not false as "isActive", "ManagerId" as "managerId",
      "UserRoleId" as "roleId", "TimeZoneSidKey" as zone, "LocaleSidKey" as locale
    from mirror_user where org_id = ${orgId} and ("Id" = any(${ids}) or "Id" in (
      select "ManagerId" from mirror_user where org_id = ${orgId} and "Id" = any(${ids})
    ))
  `.execute(tenant);
  return new Map(rows.map((user) => [user.id, user]));
}

/** Days on which users are away, from `since` on, as they said. */
export async function readAbsences(
  tenant: Tenant,
  orgId: string,
  ids: readonly string[],
  since: string,
): Promise<ReadonlyMap<string, { from: string; to: string }[]>> {
  const { rows } = await sql<{ user_id: string; from: string; to: string }>`
    select user_id, from_on as from, to_on as to from user_absence
    where org_id = ${orgId} and user_id = any(${ids}) and to_on >= ${since}::date order by from_on
  `.execute(tenant);
  return Map.groupBy(rows, (row) => row.user_id);
}
