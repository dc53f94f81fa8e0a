import { sql } from 'kysely';
import type { Executor } from '../database.ts';
import { recordId } from '../ids.ts';

/** New record ids for a prefix, in ascending order. Numbers leave gaps but never repeat, also when the transaction is rolled back. */
export async function newIds(trx: Executor, prefix: string, count: number): Promise<string[]> {
  if (count === 0) return [];
  const { rows } = await sql<{
    n: number;
  }>`select nextval('local_org.record_number') as n from generate_series(1, ${count})`.execute(trx);
  return rows.map((row) => recordId(prefix, BigInt(row.n)));
}
