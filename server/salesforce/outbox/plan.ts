import type { ClaimedRow } from './claim.ts';
import { compare, confirmed } from './compare.ts';
import { type OutboxObject, ownValues, type Values } from './own-fields.ts';
import type { Found, Reading } from './read-rows.ts';
import type { Outcome } from './settle.ts';

/** A row to be made in Salesforce. */
export interface Creation {
  kind: 'create';
  row: ClaimedRow;
  values: Values;
}

/** A row to be changed, as it was found. */
export interface Update {
  kind: 'update';
  row: ClaimedRow;
  values: Values;
  found: Found;
}

/** What is to be done for a row. */
export type Step = Creation | Update | { kind: 'settle'; row: ClaimedRow; outcome: Outcome };

/**
 * Salesforce keeps when a row was changed to the second, and a change is seen when its transaction commits. A row that was changed so
 * recently, by the org's own clock, may have been changed once more in the same second.
 */
export const settlingMs = 2_000;

export const done: Outcome = { state: 'done', problem: null, attempts: 0, afterMs: 0 };

export const withdrawn: Outcome = { state: 'withdrawn', problem: null, attempts: 0, afterMs: 0 };

const settle = (row: ClaimedRow, outcome: Outcome): Step => ({ kind: 'settle', row, outcome });

const createOf = (row: ClaimedRow): Step =>
  row.cancelled
    ? settle(row, done)
    : { kind: 'create', row, values: { ...row.fields, Inspire_Key__c: row.key } };

const updateOf = (sobject: OutboxObject, row: ClaimedRow, found: Found, at: Date): Step => {
  const { change, theirs } = compare(sobject, row.fields, row.written ?? {}, found.fields);
  const own = Object.entries(ownValues(sobject, row.fields));
  const kept = own.filter(([field]) => !theirs.includes(field) && !(field in change));
  const written = confirmed(row.written, Object.fromEntries(kept));
  if (Object.keys(change).length === 0) return settle(row, { ...done, recordId: found.id, written });
  const age = at.getTime() - Date.parse(found.modifiedAt);
  if (age >= settlingMs) return { kind: 'update', row: { ...row, written }, values: change, found };
  const soon = { state: 'waiting', problem: null, attempts: row.attempts - 1, afterMs: settlingMs } as const;
  return settle(row, { ...soon, recordId: found.id });
};

/**
 * What is to be done for a row, by what is in Salesforce. A row that a person deleted is never made again; one that was never
 * sent need not be looked for.
 */
export const stepOf = (sobject: OutboxObject, row: ClaimedRow, { at, of }: Reading): Step => {
  if (row.written === null) return createOf(row);
  const found = of(row);
  if (found?.deleted) return settle(row, withdrawn);
  if (found) return updateOf(sobject, row, found, at);
  return row.recordId === null ? createOf(row) : settle(row, withdrawn);
};
