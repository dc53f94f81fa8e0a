import { Temporal } from 'temporal-polyfill';
import { civilDate } from '../../http/calendar.ts';
import type { Enrollment } from '../enrollments/rows.ts';
import type { Environment } from './environment.ts';

/** Stands where a zone is not known, or is none. */
export const fallbackZone = 'UTC';

const zones = new Map<string, boolean>();

/** Whether there is such a zone in the IANA database of the runtime. */
export const isZone = (zone: string): boolean => {
  const known = zones.get(zone);
  if (known !== undefined) return known;
  let exists = true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    exists = false;
  }
  zones.set(zone, exists);
  return exists;
};

/** The zone of a record's owner, by which its days are told. */
export const zoneOf = (
  { record }: Pick<Enrollment, 'record'>,
  { users }: Pick<Environment, 'users'>,
): string => {
  const zone = users.get(record.ownerId ?? '')?.zone ?? fallbackZone;
  return isZone(zone) ? zone : fallbackZone;
};

/** The beginning of the next civil day there: what is planned by day changes then, and not before by itself. */
export const nextDayIn = (zone: string, now: Date): Date => {
  const next = Temporal.PlainDate.from(civilDate(now, zone)).add({ days: 1 });
  return new Date(next.toZonedDateTime(zone).epochMilliseconds);
};
