import { sql } from 'kysely';
import { apiDateTime } from '../clock.ts';
import type { Database, Executor } from '../database.ts';
import { SalesforceError } from '../errors.ts';
import type { Access } from '../sharing/access.ts';
import type { Saving } from './change.ts';
import type { Shared } from './parts.ts';
import type { SaveResult } from './save.ts';

export interface Transacting extends Pick<
  Shared,
  'catalogue' | 'clock' | 'settings' | 'newIds' | 'rightsChanged'
> {
  begin: Begin;
}

/**
 * Runs work that is written whole or not at all: it is undone when it throws. `alone`: also when whoever is around it
 * goes on after that.
 */
export type Begin = <Result>(work: (trx: Executor) => Promise<Result>, alone: boolean) => Promise<Result>;

/**
 * A transaction for each piece of work; pieces that raced with another are run again.
 * @throws SalesforceError UNABLE_TO_LOCK_ROW when somebody else held a row for too long
 */
export const ownTransactions =
  (db: Database): Begin =>
  (work) =>
    withRetries(() => db.transaction().execute(work));

/** Inside a transaction that is already there: a savepoint for each piece of work that is undone alone. */
export const insideTransaction =
  (trx: Executor): Begin =>
  async (work, alone) => {
    if (!alone) return work(trx);
    await sql`savepoint work`.execute(trx);
    try {
      const result = await work(trx);
      await sql`release savepoint work`.execute(trx);
      return result;
    } catch (error) {
      await sql`rollback to savepoint work`.execute(trx);
      throw error;
    }
  };

/** Carries the results of a request out of work that is undone. */
export class Undone extends Error {
  readonly results: readonly SaveResult[];

  constructor(results: readonly SaveResult[]) {
    super('undone');
    this.results = results;
  }
}

/** Runs a save of `count` records. With `allOrNone` one failed record undoes the others. */
export async function transact(
  { catalogue, clock, settings, newIds, rightsChanged, begin }: Transacting,
  access: Access,
  { count, allOrNone }: { count: number; allOrNone: boolean },
  work: (saving: Saving) => Promise<SaveResult[]>,
): Promise<SaveResult[]> {
  const changed = new Set<'rights'>();
  const now = clock.now();
  const attempt = async (trx: Executor): Promise<SaveResult[]> => {
    const results = await work({
      trx,
      catalogue,
      access,
      now: apiDateTime(now),
      settings,
      newIds: (prefix, count) => newIds(trx, prefix, count),
      rightsChanged: () => changed.add('rights'),
    });
    if (allOrNone && results.some(({ success }) => !success)) throw new Undone(results);
    return results;
  };
  try {
    // Without allOrNone nothing is thrown that does not fail the work around it too.
    const results = await begin(attempt, allOrNone);
    if (changed.size > 0) rightsChanged();
    return results;
  } catch (error) {
    if (error instanceof Undone) return rolledBack(error.results);
    if (isLocked(error)) return Array.from({ length: count }, () => lockedRow);
    throw error;
  }
}

const LOCKED = 'unable to obtain exclusive access to this record';
/** What becomes of a record that somebody else holds. */
export const lockedRow: SaveResult = {
  id: null,
  success: false,
  errors: [{ statusCode: 'UNABLE_TO_LOCK_ROW', message: LOCKED, fields: [] }],
};

/** Whether work failed because somebody else held a row for too long. */
export const isLocked = (error: unknown): boolean =>
  error instanceof SalesforceError && error.errorCode === 'UNABLE_TO_LOCK_ROW';

const ATTEMPTS = 4;
/** unique_violation, serialization_failure, deadlock_detected */
const RACES = ['23505', '40001', '40P01'];
/** lock_not_available, deadlock_detected */
const LOCKS = ['55P03', '40P01'];

async function withRetries<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (tries < ATTEMPTS && hasCode(error, RACES)) continue;
      throw hasCode(error, LOCKS) ? new SalesforceError('UNABLE_TO_LOCK_ROW', LOCKED) : error;
    }
  }
}

const hasCode = (error: unknown, codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);

/** Results of a request that was undone because of one of its records. */
export function rolledBack(results: readonly SaveResult[]): SaveResult[] {
  return results.map((result) => {
    if (!result.success) return result;
    const message =
      'Record rolled back because not all records were valid and the request was using AllOrNone header';
    return {
      ...result,
      id: null,
      success: false,
      errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK', message, fields: [] }],
    };
  });
}
