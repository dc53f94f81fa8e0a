import { sql } from 'kysely';
import type { Tenant } from '../../store/index.ts';
import type { Changes } from './inbox.ts';

/** Something on a record that a running cadence should wait for. */
export interface Interruption {
  recordId: string;
  /** The mail or the Event. */
  source: string;
  code: 'customerReplied' | 'meetingBooked';
  /** Civil date of the meeting; undefined for a reply. */
  on: string | null;
}

/** Replies that came in the last days, and meetings that lie ahead; older ones were dealt with before the service came. */
export async function readInterruptions(
  tenant: Tenant,
  orgId: string,
  changes: Changes,
  today: string,
): Promise<Interruption[]> {
  const [mails, events] = [changes.get('EmailMessage') ?? [], changes.get('Event') ?? []];
  if (mails.length + events.length === 0) return [];
  const { rows } = await sql<Interruption>`
    select "RelatedToId" as "recordId", "Id" as source, 'customerReplied' as code, null::date as on from mirror_email_message
    where org_id = ${orgId} and "Id" = any(${mails}) and "Incoming" and not "IsDeleted" and "RelatedToId" is not null
      and "MessageDate" >= ${today}::date - 2
    union
    select "WhatId", "Id", 'meetingBooked', ("StartDateTime" at time zone 'UTC')::date from mirror_event
    where org_id = ${orgId} and "Id" = any(${events}) and not "IsDeleted" and "WhatId" is not null
      and "WhoId" is not null and ("StartDateTime" at time zone 'UTC')::date between ${today}::date and ${today}::date + 30
  `.execute(tenant);
  return rows;
}
