import { sql } from 'kysely';
import { z } from 'zod';
import type { Tenant } from '../../store/index.ts';

const rowSchema = z.object({
  record_id: z.string(),
  account_id: z.string().nullable(),
  fields: z.record(z.string(), z.unknown()),
  modified_at: z.date(),
  created_on: z.string().nullable(),
});

/** A record as the mirror has it, in the form in which Apex reads it for the panels. */
export interface MirroredRecord {
  recordId: string;
  accountId: string | undefined;
  fields: Record<string, unknown>;
  /** `SystemModstamp`. */
  modifiedAt: Date;
  createdOn: string | undefined;
}

const own = (table: string) => sql`to_jsonb(${sql.ref(table)}) - 'org_id'`;

/** Terms of the account that are still to come, the next first; the day of the first won deal. */
const termsOf = (account: ReturnType<typeof sql>) => sql`jsonb_build_object(
  'contractEnd', (select min("EndDate") from mirror_contract c
    where c.org_id = row.org_id and c."AccountId" = ${account} and not c."IsDeleted"
    and c."Status" not in ('Draft', 'In Approval Process') and c."EndDate" >= current_date),
  'assetEnd', (select min("UsageEndDate") from mirror_asset a where a.org_id = row.org_id and a."AccountId" = ${account}
    and not a."IsDeleted" and a."IsCompetitorProduct" is not true and a."UsageEndDate" >= current_date),
  'competitorTermEnd', (select min("UsageEndDate") from mirror_asset a where a.org_id = row.org_id
    and a."AccountId" = ${account} and not a."IsDeleted" and a."IsCompetitorProduct" and a."UsageEndDate" >= current_date),
  'anniversary', (select min("CloseDate") from mirror_opportunity o
    where o.org_id = row.org_id and o."AccountId" = ${account} and not o."IsDeleted" and o."IsWon")
)`;

const roles = sql`coalesce((
  select jsonb_agg(${own('role')} || jsonb_build_object('Contact', ${own('person')})
    order by role."IsPrimary" desc nulls last, role."CreatedDate" desc, role."Id")
  from mirror_opportunity_contact_role role
  join mirror_contact person on person.org_id = role.org_id and person."Id" = role."ContactId"
  where role.org_id = row.org_id and role."OpportunityId" = row."Id" and not role."IsDeleted" and not person."IsDeleted"
), '[]')`;

const team = sql`coalesce((
  select jsonb_agg(jsonb_build_object('userId', "UserId", 'role', "TeamMemberRole") order by "Id")
  from mirror_opportunity_team_member member
  where member.org_id = row.org_id and member."OpportunityId" = row."Id" and not member."IsDeleted"
    and "UserId" is not null and "TeamMemberRole" is not null
), '[]')`;

const opportunities = (orgId: string, ids: readonly string[]) => sql`
  select row."Id" as record_id, row."AccountId" as account_id, row."SystemModstamp" as modified_at,
    (row."CreatedDate" at time zone 'UTC')::date as created_on,
    ${own('row')} || jsonb_build_object(
      'attributes', jsonb_build_object('type', 'Opportunity'),
      'Account', (select ${own('account')} from mirror_account account
        where account.org_id = row.org_id and account."Id" = row."AccountId"),
      'RecordType', (select ${own('type')} from mirror_record_type type
        where type.org_id = row.org_id and type."Id" = row."RecordTypeId"),
      'OpportunityContactRoles', jsonb_build_object('records', ${roles}),
      'Terms', ${termsOf(sql`row."AccountId"`)}, 'Team', ${team}
    ) as fields
  from mirror_opportunity row where row.org_id = ${orgId} and row."Id" = any(${ids})
`;

const contacts = sql`coalesce((
  select jsonb_agg(${own('person')} order by person."CreatedDate" desc, person."Id") from (
    select * from mirror_contact person where person.org_id = row.org_id and person."AccountId" = row."Id"
      and not person."IsDeleted" order by person."CreatedDate" desc, person."Id" limit 30
  ) person
), '[]')`;

const accounts = (orgId: string, ids: readonly string[]) => sql`
  select row."Id" as record_id, row."Id" as account_id, row."SystemModstamp" as modified_at,
    (row."CreatedDate" at time zone 'UTC')::date as created_on,
    ${own('row')} || jsonb_build_object(
      'attributes', jsonb_build_object('type', 'Account'),
      'Contacts', jsonb_build_object('records', ${contacts}),
      'Terms', ${termsOf(sql`row."Id"`)}
    ) as fields
  from mirror_account row where row.org_id = ${orgId} and row."Id" = any(${ids})
`;

/** Records of one object of the mirror by id; those that it does not have are missing. */
export async function readMirrored(
  tenant: Tenant,
  orgId: string,
  sobject: 'Opportunity' | 'Account',
  ids: readonly string[],
): Promise<Map<string, MirroredRecord>> {
  if (ids.length === 0) return new Map();
  const query = sobject === 'Opportunity' ? opportunities(orgId, ids) : accounts(orgId, ids);
  const { rows } = await query.execute(tenant);
  return new Map(
    z
      .array(rowSchema)
      .parse(rows)
      .map((row) => [
        row.record_id,
        {
          recordId: row.record_id,
          accountId: row.account_id ?? undefined,
          fields: row.fields,
          modifiedAt: row.modified_at,
          createdOn: row.created_on ?? undefined,
        },
      ]),
  );
}

/** Records of both objects by id: one query for each. */
export async function readMirroredRecords(
  tenant: Tenant,
  orgId: string,
  named: readonly { recordId: string; sobject: 'Opportunity' | 'Account' }[],
): Promise<Map<string, MirroredRecord>> {
  const idsOf = (wanted: string) => [
    ...new Set(named.flatMap(({ recordId, sobject }) => (sobject === wanted ? [recordId] : []))),
  ];
  return new Map([
    ...(await readMirrored(tenant, orgId, 'Opportunity', idsOf('Opportunity'))),
    ...(await readMirrored(tenant, orgId, 'Account', idsOf('Account'))),
  ]);
}
