import { Temporal } from 'temporal-polyfill';

type Day = Temporal.PlainDate;

const isWorkday = (day: Day): boolean => day.dayOfWeek <= 5;

/** The day itself if people work on it, else the Friday before. */
export const workdayBefore = (day: Day): Day =>
  isWorkday(day) ? day : workdayBefore(day.subtract({ days: 1 }));

/** The day itself if people work on it, else the Monday after. */
export const workdayAfter = (day: Day): Day => (isWorkday(day) ? day : workdayAfter(day.add({ days: 1 })));

/** Last working day of the month. */
export const monthEnd = (day: Day): Day => workdayBefore(day.with({ day: day.daysInMonth }));

/** Last working day of the calendar quarter. */
export const quarterEnd = (day: Day): Day =>
  monthEnd(day.with({ month: Math.ceil(day.month / 3) * 3, day: 1 }));

/** The Thursday of the week: most records are brought up to date the evening before the forecast call. */
export const thursdayOf = (day: Day): Day => day.add({ days: 4 - day.dayOfWeek });

/** Monday or Wednesday on or before the day: when deals are entered. */
export const entryDayOf = (day: Day): Day =>
  day.subtract({ days: day.dayOfWeek - (day.dayOfWeek < 3 ? 1 : 3) });

export const earlier = (a: Day, b: Day): Day => (Temporal.PlainDate.compare(a, b) <= 0 ? a : b);
export const later = (a: Day, b: Day): Day => (Temporal.PlainDate.compare(a, b) >= 0 ? a : b);
export const isBefore = (a: Day, b: Day): boolean => Temporal.PlainDate.compare(a, b) < 0;
export const daysBetween = (from: Day, to: Day): number => from.until(to, { largestUnit: 'day' }).days;

/** A moment of the working day, in UTC. `hour` may carry minutes as a fraction: 9.5 is half past nine. */
export const at = ({ year, month, day }: Day, hour: number): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(Date.UTC(year, month - 1, day, 0, Math.round(hour * 60)));
