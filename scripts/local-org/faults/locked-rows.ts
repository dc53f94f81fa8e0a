import type { Random } from '../../sample-data/random.ts';
import type { Records } from '../records/index.ts';
import type { SaveResult } from '../records/save.ts';
import { lockedRow, rolledBack } from '../records/transact.ts';

/** Records of which somebody else holds some: of each save one row at least, the others by lot. */
export function lockingRecords(records: Records, random: Random): Records {
  return {
    ...records,
    create: (access, object, rows, options) =>
      withLocks(rows, random, options?.allOrNone, (free) => records.create(access, object, free, options)),
    update: (access, object, rows, options) =>
      withLocks(rows, random, options?.allOrNone, (free) => records.update(access, object, free, options)),
    upsert: (access, object, key, rows, options) =>
      withLocks(rows, random, options?.allOrNone, (free) =>
        records.upsert(access, object, key, free, options),
      ),
    remove: (access, object, ids, options) =>
      withLocks(ids, random, options?.allOrNone, (free) => records.remove(access, object, free, options)),
    together: (work) => records.together((inside, trx) => work(lockingRecords(inside, random), trx)),
  };
}

async function withLocks<Row>(
  rows: readonly Row[],
  random: Random,
  allOrNone: boolean | undefined,
  save: (free: readonly Row[]) => Promise<SaveResult[]>,
): Promise<SaveResult[]> {
  if (rows.length === 0) return save(rows);
  const certain = random.int(0, rows.length - 1);
  const isLocked = rows.map((_, index) => random.chance(0.5) || index === certain);
  const free = rows.filter((_, index) => isLocked[index] === false);
  const results = allOrNone === true ? free.map(saved) : free.length > 0 ? await save(free) : [];
  const merged = isLocked.flatMap((held) => (held ? lockedRow : (results.shift() ?? [])));
  return allOrNone === true ? rolledBack(merged) : merged;
}

const saved = (): SaveResult => ({ id: null, success: true, errors: [] });
