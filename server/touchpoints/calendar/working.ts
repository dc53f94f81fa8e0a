import type { WorkingCalendar } from '../../cadences/index.ts';
import { type DayTable, dayOf, weekdayOf, type WorkingDays, workingDaysOf } from '../schedule/index.ts';
import { publicHolidays } from './public-holidays.ts';

/** First and last civil day. */
export interface Span {
  from: string;
  to: string;
}

const yearsOf = ({ dates }: DayTable): number[] => {
  const [first, last] = [dates[0], dates.at(-1)].map((date) => Number((date ?? '').slice(0, 4)));
  return Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, index) => (first ?? 0) + index);
};

const set = (open: Uint8Array, table: DayTable, dates: Iterable<string>, value: 0 | 1): void => {
  for (const date of dates) {
    const day = dayOf(table, date);
    if (day !== undefined) open[day] = value;
  }
};

const close = (open: Uint8Array, table: DayTable, { from, to }: Span): void => {
  const start = table.dates.findIndex((date) => date >= from);
  if (start < 0) return;
  for (let day = start; day < table.dates.length && (table.dates[day] ?? '') <= to; day += 1) open[day] = 0;
};

const closeHolidays = (open: Uint8Array, table: DayTable, country: string, region?: string): void => {
  for (const year of yearsOf(table)) set(open, table, publicHolidays(country, region, year), 0);
};

/** Public holidays of a country as closed days, everything else open: what a contact's days look like from outside. */
export const daysOfCountry = (table: DayTable, country: string): WorkingDays => {
  const open = new Uint8Array(table.dates.length).fill(1);
  closeHolidays(open, table, country);
  return workingDaysOf(open);
};

/**
 * The days on which somebody works: weekdays of the calendar, less public holidays, less the org's own, less what the
 * calendar closes, plus what it opens; nobody works while away.
 */
export const workingDaysFor = (
  table: DayTable,
  calendar: WorkingCalendar,
  { holidays, absences }: { holidays: readonly string[]; absences: readonly Span[] },
): WorkingDays => {
  const { workingDays, country, region, closed, orgHolidays, open: opened } = calendar;
  const open = Uint8Array.from(table.dates, (_, day) =>
    workingDays.includes(weekdayOf(table, day)) ? 1 : 0,
  );
  if (country) closeHolidays(open, table, country, region);
  if (orgHolidays) set(open, table, holidays, 0);
  for (const span of closed) close(open, table, span);
  set(open, table, opened, 1);
  for (const span of absences) close(open, table, span);
  return workingDaysOf(open);
};
