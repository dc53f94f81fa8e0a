import { Temporal } from 'temporal-polyfill';

/** The civil day, YYYY-MM-DD, that an instant falls on in an IANA time zone. */
export const civilDate = (instant: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
