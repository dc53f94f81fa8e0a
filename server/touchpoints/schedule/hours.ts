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

const instantsOf = (day: Temporal.PlainDate, { zone, hours }: LocalHours): [from: number, to: number] => [
  day.toZonedDateTime({ timeZone: zone, plainTime: hours.from }).epochMilliseconds,
  day.toZonedDateTime({ timeZone: zone, plainTime: hours.to }).epochMilliseconds,
];

/**
 * The first instant (ISO 8601, UTC) of a civil day of the owner at which both are at work, whatever the difference of their
 * clocks is on that day. At the other end it may still be the day before, or the day after already.
 * @returns undefined if there is none
 */
export const commonInstant = (date: string, owner: LocalHours, contact: LocalHours): string | undefined => {
  const day = Temporal.PlainDate.from(date);
  const [from, to] = instantsOf(day, owner);
  for (const days of [-1, 0, 1]) {
    const [theirFrom, theirTo] = instantsOf(day.add({ days }), contact);
    const start = Math.max(from, theirFrom);
    if (start < Math.min(to, theirTo)) return Temporal.Instant.fromEpochMilliseconds(start).toString();
  }
  return undefined;
};
