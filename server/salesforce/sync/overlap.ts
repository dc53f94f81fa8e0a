import { Temporal } from 'temporal-polyfill';
import type { Position } from '../mirror/soql.ts';
import type { ApiRecord } from '../mirror/upsert.ts';

/** A row carries the time at which its transaction saved it, and is seen when that commits: so far back is read again. */
export const overlap = Temporal.Duration.from({ minutes: 3 });

const seconds = (instant: Temporal.Instant): string => instant.toString({ smallestUnit: 'second' });

/**
 * Where reading begins when rows up to `cursor` have been seen. Both ISO 8601, UTC, whole seconds.
 * @param elapsedMs how long turns have gone on since that was first so: after the overlap nothing older can turn up
 */
export const readFrom = (cursor: string, elapsedMs: number): string =>
  elapsedMs > overlap.total('milliseconds')
    ? cursor
    : seconds(Temporal.Instant.from(cursor).subtract(overlap));

/** The instant of a date-time as Salesforce writes it, such as `2026-01-31T09:00:00.000+0000`. */
export const instantOf = (text: string): string => seconds(Temporal.Instant.from(text));

/** The last row of a page: where the next page begins. */
export const positionOf = (records: readonly ApiRecord[]): Position | undefined => {
  const last = records.at(-1);
  if (last === undefined) return undefined;
  return { at: instantOf(String(last['SystemModstamp'])), id: String(last['Id']) };
};

/** The later of two instants. */
export const later = (one: string, other: string | undefined): string =>
  other !== undefined && other > one ? other : one;
