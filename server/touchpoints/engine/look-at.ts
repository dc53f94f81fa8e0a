import { Temporal } from 'temporal-polyfill';
import type { Enrollment } from '../enrollments/rows.ts';
import type { Environment } from './environment.ts';

/** A day in the zone of a record's owner; UTC where it is not known. */
export const zoneOf = (
  { record }: Pick<Enrollment, 'record'>,
  { users }: Pick<Environment, 'users'>,
): string => users.get(record.ownerId ?? '')?.zone ?? 'UTC';

const asZoned = (now: Date, zone: string): Temporal.ZonedDateTime => {
  const instant = Temporal.Instant.fromEpochMilliseconds(now.getTime());
  try {
    return instant.toZonedDateTimeISO(zone);
  } catch {
    return instant.toZonedDateTimeISO('UTC');
  }
};

/** The civil day there; in UTC if there is no such zone, which the plan says. */
export const todayIn = (zone: string, now: Date): string => asZoned(now, zone).toPlainDate().toString();

/** The beginning of the next civil day there: what is planned by day changes then, and not before by itself. */
export const nextDayIn = (zone: string, now: Date): Date =>
  new Date(asZoned(now, zone).add({ days: 1 }).startOfDay().epochMilliseconds);
