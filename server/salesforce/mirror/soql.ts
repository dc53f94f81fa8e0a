import { columnsOf } from './columns.ts';
import type { ObjectName } from './objects.ts';

/** Where a read goes on: after this row, in the order of change. */
export interface Position {
  /** ISO 8601, UTC, whole seconds. */
  at: string;
  id: string;
}

export const pageSize = 2000;

const select = (sobject: ObjectName, missing: readonly string[]): string => {
  const fields = columnsOf(sobject)
    .map(({ name }) => name)
    .filter((name) => !missing.includes(name));
  return `SELECT ${fields.join(', ')} FROM ${sobject}`;
};

/** Everything of an object, for a bulk query. */
export const wholeQuery = (sobject: ObjectName, missing: readonly string[]): string =>
  select(sobject, missing);

/** A page of what changed since an instant, or after a position; oldest change first. */
export const changesQuery = (
  sobject: ObjectName,
  missing: readonly string[],
  from: string | Position,
): string => {
  const condition =
    typeof from === 'string'
      ? `SystemModstamp >= ${from}`
      : `SystemModstamp >= ${from.at} AND (SystemModstamp > ${from.at} OR Id > '${from.id}')`;
  return `${select(sobject, missing)} WHERE ${condition} ORDER BY SystemModstamp, Id LIMIT ${pageSize}`;
};
