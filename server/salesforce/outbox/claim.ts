import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { Tenant } from '../../store/index.ts';
import type { Written } from './compare.ts';
import type { OutboxObject, Values } from './own-fields.ts';

const value = z.union([z.string(), z.boolean(), z.null()]);

const rowSchema = z.object({
  id: z.string(),
  key: z.string(),
  recordId: z.string().nullable(),
  fields: z.record(z.string(), value),
  cancelled: z.boolean(),
  written: z.record(z.string(), z.array(value)).nullable(),
  revision: z.int(),
  attempts: z.int(),
});

/** A row of the outbox that this process delivers. */
export type ClaimedRow = Readonly<Omit<z.infer<typeof rowSchema>, 'fields' | 'written'>> & {
  /** What the row in Salesforce is to say. */
  readonly fields: Values;
  /** Null until something was sent: then the row may be in Salesforce. */
  readonly written: Written | null;
};

/** Rows that one process took at one time. */
export interface Claim {
  token: string;
  sobject: OutboxObject;
  rows: readonly ClaimedRow[];
}

/** Salesforce takes 200 records in one call. */
const rowsAtATime = 200;

/** From when rows are a process's, and until when without a further sign of it. */
export interface Lease {
  now: Date;
  until: Date;
}

/** Takes rows that are due and that no other process has. The attempt counts from here, so that a crash counts as one. */
export async function claimDue(
  tenant: Tenant,
  orgId: string,
  sobject: OutboxObject,
  { now, until }: Lease,
): Promise<Claim> {
  const token = uuidv7();
  const { rows } = await sql`
    update outbox_write as row
    set claim = ${token}, claimed_until = ${until}, attempts = row.attempts + 1
    from (
      select id from outbox_write
      where org_id = ${orgId} and sobject = ${sobject} and state = 'waiting' and next_attempt_at <= ${now}
        and (claimed_until is null or claimed_until <= ${now})
      order by next_attempt_at limit ${rowsAtATime} for update skip locked
    ) as due
    where row.org_id = ${orgId} and row.id = due.id
    returning row.id, row.key, row.record_id as "recordId", row.fields, row.cancelled, row.written, row.revision,
      row.attempts
  `.execute(tenant);
  return { token, sobject, rows: z.array(rowSchema).parse(rows) };
}

/** What is about to be sent for a row. */
export interface Intent {
  id: string;
  written: Written;
}

/**
 * Notes what is about to be sent, before it is: whoever finds the row after a crash knows what may be in Salesforce.
 * @returns ids of the rows that are still this process's, which alone may be sent
 */
export async function noteSending(
  tenant: Tenant,
  orgId: string,
  { token }: Claim,
  intents: readonly Intent[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    update outbox_write as row
    set written = given.written
    from jsonb_to_recordset(${JSON.stringify(intents)}::jsonb) as given (id uuid, written jsonb)
    where row.org_id = ${orgId} and row.id = given.id and row.claim = ${token}
    returning row.id
  `.execute(tenant);
  return new Set(rows.map(({ id }) => id));
}

/** Keeps the rows of a claim for this process a while longer. */
export async function renewClaim(
  tenant: Tenant,
  orgId: string,
  { token }: Claim,
  { until }: Pick<Lease, 'until'>,
): Promise<void> {
  await tenant
    .updateTable('outbox_write')
    .set({ claimed_until: until })
    .where('org_id', '=', orgId)
    .where('claim', '=', token)
    .execute();
}
