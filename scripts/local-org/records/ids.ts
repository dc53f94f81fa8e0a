import { sql } from 'kysely';
import type { Executor } from '../database.ts';
import { recordId } from '../ids.ts';

/** New record ids for a prefix, in ascending order. */
export type NewIds = (trx: Executor, prefix: string, count: number) => Promise<string[]>;

/** Ids straight from the database. Numbers leave gaps but never repeat, also when the transaction is rolled back. */
export const newIds: NewIds = async (trx, prefix, count) => {
  if (count === 0) return [];
  return (await reserve(trx, count)).map((number) => recordId(prefix, number));
};

/** Numbers that are taken from the database at once, so that most saves need not ask for theirs. */
const BLOCK = 500;

/** Ids from numbers that this process has put aside; what is left of them at its end is a gap. */
export function idsFromBlocks(): NewIds {
  let spare: bigint[] = [];
  return async (trx, prefix, count) => {
    while (spare.length < count) {
      const more = await reserve(trx, Math.max(BLOCK, count));
      // Another save may have taken a later block meanwhile.
      spare = [...spare, ...more].sort((a, b) => Number(a - b));
    }
    return spare.splice(0, count).map((number) => recordId(prefix, number));
  };
}

async function reserve(trx: Executor, count: number): Promise<bigint[]> {
  const { rows } = await sql<{
    n: number;
  }>`select nextval('local_org.record_number') as n from generate_series(1, ${count})`.execute(trx);
  return rows.map(({ n }) => BigInt(n));
}
