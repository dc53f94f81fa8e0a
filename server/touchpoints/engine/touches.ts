import { sql } from 'kysely';
import type { Tenant } from '../../store/index.ts';

/** Somebody outside heard from one of us, or will today or soon: whose touch it is and on which enrolment, if on one. */
export interface ContactTouch {
  contactId: string;
  /** Civil date. */
  on: string;
  /** Name of the colleague, for the sentence; never the deal. */
  by: string;
  enrollmentId: string | null;
}

/**
 * Outbound mails and calls to these contacts since a day, by anybody and on any deal: touchpoints that are current or done, and
 * mails and calls that reps logged themselves. The Task that Salesforce's composer makes for the mail of a touchpoint is the
 * same touch: what its owner logged for the contact on the day of a done touchpoint does not count again.
 */
export async function readTouches(
  tenant: Tenant,
  orgId: string,
  contactIds: readonly string[],
  since: string,
): Promise<ContactTouch[]> {
  if (contactIds.length === 0) return [];
  const { rows } = await sql<ContactTouch>`
    select touch.contact_id as "contactId", coalesce(touch.ended_on, touch.due_on) as on,
      coalesce(owner."Name", '') as by, touch.enrollment_id as "enrollmentId"
    from touchpoint touch
    left join mirror_user owner on owner.org_id = touch.org_id and owner."Id" = touch.owner_id
    where touch.org_id = ${orgId} and touch.contact_id = any(${contactIds}) and touch.outbound
      and touch.state in ('current', 'done') and coalesce(touch.ended_on, touch.due_on) >= ${since}::date
    union all
    select task."WhoId", coalesce((task."CompletedDateTime" at time zone 'UTC')::date, task."ActivityDate"),
      coalesce(owner."Name", ''), null
    from mirror_task task
    left join mirror_user owner on owner.org_id = task.org_id and owner."Id" = task."OwnerId"
    where task.org_id = ${orgId} and task."WhoId" = any(${contactIds}) and task."IsClosed" and not task."IsDeleted"
      and task."TaskSubtype" in ('Email', 'Call') and task."Inspire_Key__c" is null
      and not exists (select from touchpoint done where done.org_id = task.org_id and done.contact_id = task."WhoId"
        and done.owner_id = task."OwnerId" and done.outbound and done.state = 'done'
        and done.ended_on = (task."CompletedDateTime" at time zone 'UTC')::date)
      and coalesce((task."CompletedDateTime" at time zone 'UTC')::date, task."ActivityDate") >= ${since}::date
    order by 2
  `.execute(tenant);
  return rows;
}
