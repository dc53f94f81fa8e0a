import type { Clock } from '../clock.ts';
import { apiDateTime } from '../clock.ts';
import type { Database } from '../database.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import type { Access } from '../sharing/access.ts';
import type { Saving } from './change.ts';
import { newIds } from './ids.ts';
import type { SaveResult } from './save.ts';

export interface Transacting {
  db: Database;
  catalogue: Catalogue;
  clock: Clock;
  rightsChanged(): void;
}

/** Carries the results of a request out of a transaction that is rolled back. */
class RolledBack extends Error {
  readonly results: readonly SaveResult[];

  constructor(results: readonly SaveResult[]) {
    super('rolled back');
    this.results = results;
  }
}

/**
 * Runs a save in a transaction of its own. With `allOrNone` one failed record undoes the others. Two saves that race
 * for the same unique value are told apart by running the loser again.
 */
export async function transact(
  { db, catalogue, clock, rightsChanged }: Transacting,
  access: Access,
  allOrNone: boolean,
  work: (saving: Saving) => Promise<SaveResult[]>,
): Promise<SaveResult[]> {
  let rights = false;
  const attempt = (): Promise<SaveResult[]> =>
    db.transaction().execute(async (trx) => {
      const now = clock.now();
      const results = await work({
        trx,
        catalogue,
        access,
        now: apiDateTime(now),
        today: now.toZonedDateTimeISO(access.timeZone).toPlainDate().toString(),
        newIds: (prefix, count) => newIds(trx, prefix, count),
        rightsChanged: () => {
          rights = true;
        },
      });
      if (allOrNone && results.some(({ success }) => !success)) throw new RolledBack(results);
      return results;
    });
  try {
    const results = await withRetries(attempt);
    if (rights) rightsChanged();
    return results;
  } catch (error) {
    if (error instanceof RolledBack) return undone(error.results);
    throw error;
  }
}

const ATTEMPTS = 4;
/** unique_violation, serialization_failure, deadlock_detected */
const RACES = ['23505', '40001', '40P01'];

async function withRetries<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === ATTEMPTS || !isRace(error)) throw error;
    }
  }
}

const isRace = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && RACES.includes(error.code);

function undone(results: readonly SaveResult[]): SaveResult[] {
  return results.map((result) => {
    if (!result.success) return result;
    const message = 'Record rolled back because not all records were valid and the request was using AllOrNone header';
    return { id: null, success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK', message, fields: [] }] };
  });
}
