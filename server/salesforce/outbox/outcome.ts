import type { DelayOf } from './back-off.ts';
import { verdictOf } from './classify.ts';
import { confirmed } from './compare.ts';
import { problemOf } from './fault-of.ts';
import { type OutboxObject, ownValues } from './own-fields.ts';
import { type Creation, done, settlingMs, type Update, withdrawn } from './plan.ts';
import type { Found } from './read-rows.ts';
import type { Reply } from './send-apart.ts';
import type { Outcome } from './settle.ts';

/** What becomes of a row by what the org said; undefined where only a look into the org tells. */
export const outcomeOf = (
  sobject: OutboxObject,
  { kind, row, values }: Creation | Update,
  reply: Reply,
  delayOf: DelayOf,
): Outcome | undefined => {
  if ('recordId' in reply) {
    const written = confirmed(row.written, ownValues(sobject, values));
    return { ...done, recordId: reply.recordId, written };
  }
  const { attempts } = row;
  const problem = problemOf(reply);
  const outcomes = {
    look: undefined,
    refused: { state: 'parked', problem, attempts, afterMs: 0 },
    changed: { state: 'waiting', problem: null, attempts, afterMs: settlingMs },
    again: { state: 'waiting', problem, attempts, afterMs: delayOf(attempts) },
  } as const;
  return outcomes[verdictOf(reply, kind)];
};

/**
 * What becomes of a row by what is in the org. A new row that was refused because it is there goes on as that row; one of which nothing
 * is to be seen was refused because of another. A changed row that the org says is gone, was deleted, or is closed to the service.
 */
export const lookedAt = (
  { kind, row: { attempts } }: Creation | Update,
  reply: Reply,
  found: Found | undefined,
): Outcome => {
  if (found?.deleted) return withdrawn;
  if (kind === 'create' && found)
    return { state: 'waiting', problem: null, attempts, afterMs: 0, recordId: found.id };
  if (kind === 'update' && !found) return withdrawn;
  const problem = 'recordId' in reply ? null : problemOf(reply);
  return { state: 'parked', problem, attempts, afterMs: 0 };
};
