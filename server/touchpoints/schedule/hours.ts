import { Temporal } from 'temporal-polyfill';

/** `09:00` to `17:00`. */
export interface Hours {
  from: string;
  to: string;
}

/** Hours of somebody in their own time zone (IANA). */
export interface LocalHours {
  zone: string;
  hours: Hours;
}

/** An hour that comes twice, or not at all, because clocks change is nobody's. */
const instantsOf = (day: Temporal.PlainDate, { zone, hours }: LocalHours): [from: number, to: number] => {
  const at = (time: string, disambiguation: 'later' | 'earlier'): number =>
    day.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation }).epochMilliseconds;
  return [at(hours.from, 'later'), at(hours.to, 'earlier')];
};

/** Clocks differ by up to 26 hours, so that two days away it may be the same time. */
const daysApart = [-2, -1, 0, 1, 2];

/**
 * The first instant (ISO 8601, UTC) of a civil day of the owner at which both are at work, whatever the difference of their
 * clocks is on that day. At the other end it may be another day.
 * @returns undefined if there is none
 */
export const commonInstant = (date: string, owner: LocalHours, contact: LocalHours): string | undefined => {
  const day = Temporal.PlainDate.from(date);
  const [from, to] = instantsOf(day, owner);
  for (const days of daysApart) {
    const [theirFrom, theirTo] = instantsOf(day.add({ days }), contact);
    const start = Math.max(from, theirFrom);
    if (start < Math.min(to, theirTo)) return Temporal.Instant.fromEpochMilliseconds(start).toString();
  }
  return undefined;
};
