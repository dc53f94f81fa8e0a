import { sql } from 'kysely';
import type { Tenant } from '../../store/index.ts';
import type { Touchpoint } from '../enrollments/rows.ts';

/** Below this share of a user's logged mails that are found in Salesforce, mails say nothing about that user. */
const enoughCaptured = 0.8;

/**
 * Touchpoints by email that were done and of which a mail of those days was found on the record, for users whose mail is
 * captured in Salesforce: at least four of five mails that they logged in the last 90 days were found. The absence of one
 * says nothing.
 */
export async function mailsFound(
  tenant: Tenant,
  orgId: string,
  recordId: string,
  touchpoints: readonly Touchpoint[],
  today: string,
): Promise<ReadonlySet<string>> {
  const done = touchpoints
    .filter(({ state, task }) => state === 'done' && task?.TaskSubtype === 'Email')
    .filter(({ ended_on: on, owner_id: owner }) => on !== null && owner !== null)
    .map(({ id, ended_on: on, owner_id: owner }) => ({ id, on, owner }));
  if (done.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(done)}::jsonb) as given (id text, "on" date, owner text)
    ), captured as (
      select task."OwnerId" as owner, avg((exists (
        select from mirror_email_message mail where mail.org_id = task.org_id and not mail."IsDeleted"
          and mail."ActivityId" = task."Id"))::int) as share
      from mirror_task task
      where task.org_id = ${orgId} and task."OwnerId" in (select owner from given) and task."TaskSubtype" = 'Email'
        and task."Inspire_Key__c" is null and task."IsClosed" and not task."IsDeleted"
        and task."ActivityDate" >= ${today}::date - 90
      group by 1
    )
    select given.id from given join captured using (owner)
    where captured.share >= ${enoughCaptured} and exists (
      select from mirror_email_message mail
      where mail.org_id = ${orgId} and mail."RelatedToId" = ${recordId} and not mail."IsDeleted" and not mail."Incoming"
        and mail."CreatedById" = given.owner and mail."MessageDate"::date between given.on - 1 and given.on + 1
    )
  `.execute(tenant);
  return new Set(rows.map(({ id }) => id));
}
