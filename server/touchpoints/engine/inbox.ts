import { sql } from 'kysely';
import type { Tenant } from '../../store/index.ts';

/** Ids of records that changed in the mirror, by object. */
export type Changes = ReadonlyMap<string, readonly string[]>;

/** Takes changes out of the inbox: they are gone if the transaction succeeds, and come again if it does not. */
export async function takeChanges(tenant: Tenant, orgId: string, limit: number): Promise<Changes> {
  const { rows } = await sql<{ sobject: string; record_id: string }>`
    delete from mirror_change where org_id = ${orgId} and (sobject, record_id) in (
      select sobject, record_id from mirror_change where org_id = ${orgId}
      order by sobject, record_id limit ${limit} for update skip locked
    ) returning sobject, record_id
  `.execute(tenant);
  const grouped = Map.groupBy(rows, ({ sobject }) => sobject);
  return new Map([...grouped].map(([sobject, own]) => [sobject, own.map(({ record_id: id }) => id)]));
}

/**
 * Enrolments that changes have to do with are looked at in the next turn: by their record, its account, its people, their
 * Tasks, and Tasks of others for the same people. New holidays concern all.
 */
export async function markConcerned(
  tenant: Tenant,
  orgId: string,
  changes: Changes,
  now: Date,
): Promise<void> {
  const of = (sobject: string): readonly string[] => changes.get(sobject) ?? [];
  const records = [...of('Opportunity'), ...of('Account')];
  await sql`
    update cadence_enrollment set look_at = ${now} where org_id = ${orgId} and id in (
      select id from cadence_enrollment enrollment
      where org_id = ${orgId} and state in ('active', 'paused') and (
        ${of('Holiday').length > 0}
        or record_id = any(${records}) or account_id = any(${of('Account')})
        or record_id in (select "OpportunityId" from mirror_opportunity_contact_role
          where org_id = ${orgId} and ("Id" = any(${of('OpportunityContactRole')}) or "ContactId" = any(${of('Contact')})))
        or record_id in (select "OpportunityId" from mirror_opportunity_team_member
          where org_id = ${orgId} and "Id" = any(${of('OpportunityTeamMember')}))
        or account_id in (
          select "AccountId" from mirror_contract where org_id = ${orgId} and "Id" = any(${of('Contract')})
          union all select "AccountId" from mirror_asset where org_id = ${orgId} and "Id" = any(${of('Asset')})
          union all select "AccountId" from mirror_contact where org_id = ${orgId} and "Id" = any(${of('Contact')})
        )
        or exists (select from touchpoint where org_id = ${orgId} and enrollment_id = enrollment.id and (
          owner_id = any(${of('User')})
          or state in ('current', 'planned', 'held') and contact_id in (
            select "WhoId" from mirror_task where org_id = ${orgId} and "Id" = any(${of('Task')}) and "WhoId" is not null)
        ))
        or id in (select enrollment_id from touchpoint where org_id = ${orgId} and id::text in (
          select split_part("Inspire_Key__c", ':', 1) from mirror_task
          where org_id = ${orgId} and "Id" = any(${of('Task')}) and "Inspire_Key__c" is not null))
      ) order by id for update
    )
  `.execute(tenant);
}

/** A Task of a cadence that has ended may still be reopened, so that one is looked at whatever its state. */
export async function markByTask(tenant: Tenant, orgId: string, changes: Changes, now: Date): Promise<void> {
  const tasks = changes.get('Task') ?? [];
  if (tasks.length === 0) return;
  await sql`
    update cadence_enrollment set look_at = ${now}
    where org_id = ${orgId} and state in ('completed', 'stopped') and id in (
      select enrollment_id from touchpoint where org_id = ${orgId} and id::text in (
        select split_part("Inspire_Key__c", ':', 1) from mirror_task
        where org_id = ${orgId} and "Id" = any(${tasks}) and "Inspire_Key__c" is not null))
  `.execute(tenant);
}
