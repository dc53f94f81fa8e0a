import { sql } from 'kysely';
import type { Tenant } from '../../store/index.ts';
import type { Claim, ClaimedRow } from './claim.ts';
import type { Written } from './compare.ts';

/** Why a row is not done, in Salesforce's words. */
export interface RowProblem {
  code: string;
  message: string;
}

/** What became of a row in one turn. */
export interface Outcome {
  state: 'done' | 'waiting' | 'parked' | 'withdrawn';
  problem: RowProblem | null;
  /** Attempts that failed in a row. */
  attempts: number;
  /** Milliseconds until a waiting row is taken up again. */
  afterMs: number;
  /** Set where the turn brought it to light. */
  recordId?: string;
  written?: Written;
}

export interface Settled {
  row: ClaimedRow;
  outcome: Outcome;
}

/**
 * Notes what became of rows and lets go of them. A row that was given something new to say meanwhile waits for that; one whose lease
 * another process took over is left to it.
 */
export async function settle(
  tenant: Tenant,
  orgId: string,
  { token }: Claim,
  settled: readonly Settled[],
  now: Date,
): Promise<void> {
  const rows = settled.map(({ row: { id, revision }, outcome: { afterMs, ...outcome } }) => ({
    ...{ id, revision, ...outcome },
    due: new Date(now.getTime() + afterMs),
  }));
  const latest = sql`row.revision = given.revision`;
  await sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (
        id uuid, revision int, state text, problem jsonb, attempts int, due timestamptz, "recordId" text, written jsonb
      )
    ), held as (
      select row.id from outbox_write as row join given using (id)
      where row.org_id = ${orgId} and row.claim = ${token} order by row.key for update of row
    )
    update outbox_write as row set
      state = case when ${latest} or given.state = 'withdrawn' then given.state else 'waiting' end,
      problem = case when ${latest} or given.state = 'withdrawn' then nullif(given.problem, 'null') end,
      attempts = case when ${latest} then given.attempts else 0 end,
      next_attempt_at = case when ${latest} then given.due else row.next_attempt_at end,
      record_id = coalesce(given."recordId", row.record_id),
      written = coalesce(given.written, row.written),
      claim = null, claimed_until = null, updated_at = now()
    from held join given using (id)
    where row.org_id = ${orgId} and row.id = held.id
  `.execute(tenant);
}
