import { Temporal } from 'temporal-polyfill';

/** A civil day as its place in a table: days can be counted and compared without making dates of them. */
export type Day = number;

/** Consecutive civil days, made once, so that thousands of plans need no date arithmetic. */
export interface DayTable {
  /** `2026-01-31`, in order. */
  readonly dates: readonly string[];
  readonly indexOf: ReadonlyMap<string, Day>;
  /** ISO weekday of the first day, 1 is Monday. */
  readonly firstWeekday: number;
}

/** Years that a table reaches back and ahead: contracts run long, accounts are old. */
const reach = { years: 12 };

/** The days around `today` (YYYY-MM-DD). */
export const dayTableAround = (today: string): DayTable => {
  const middle = Temporal.PlainDate.from(today);
  const last = middle.add(reach);
  const first = middle.subtract(reach);
  const dates: string[] = [];
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 }))
    dates.push(day.toString());
  return {
    dates,
    indexOf: new Map(dates.map((date, index) => [date, index])),
    firstWeekday: first.dayOfWeek,
  };
};

/** @returns undefined for a day that the table does not reach */
export const dayOf = ({ indexOf }: DayTable, date: string): Day | undefined => indexOf.get(date);

/** @throws RangeError for a day outside the table */
export const dateOf = ({ dates }: DayTable, day: Day): string => {
  const date = dates[day];
  if (date === undefined) throw new RangeError(`Day ${day} is not in the table of ${dates.length} days.`);
  return date;
};

/** ISO weekday, 1 is Monday. */
export const weekdayOf = ({ firstWeekday }: DayTable, day: Day): number => ((firstWeekday - 1 + day) % 7) + 1;

/** A day so many weeks, months or years away; the last day of a month that has none of that number. */
export const shifted = (
  table: DayTable,
  day: Day,
  by: { weeks?: number; months?: number; years?: number },
): Day | undefined => dayOf(table, Temporal.PlainDate.from(dateOf(table, day)).add(by).toString());
