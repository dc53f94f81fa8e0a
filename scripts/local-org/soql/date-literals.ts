import type { Temporal } from 'temporal-polyfill';

/** A half-open range of days: from `start` up to, without, `end`. */
export interface DayRange {
  start: Temporal.PlainDate;
  end: Temporal.PlainDate;
}

export interface CalendarOfUser {
  today: Temporal.PlainDate;
  /** 1 = January. */
  fiscalYearStartMonth: number;
  /** ISO weekday number on which a week begins: 7 for Sunday, as in the United States. */
  firstWeekday: number;
}

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR' | 'FISCAL_QUARTER' | 'FISCAL_YEAR';

/**
 * The days that a date literal stands for; null if it is none.
 * @param literal `TODAY`, `LAST_N_DAYS:7` …
 * @see the table of date literals in Salesforce's SOQL reference
 */
export function dateLiteral(literal: string, calendar: CalendarOfUser): DayRange | null {
  const [name = '', count] = literal.toUpperCase().split(':');
  return count === undefined ? fixedLiteral(name, calendar) : countedLiteral(name, Number(count), calendar);
}

function fixedLiteral(name: string, calendar: CalendarOfUser): DayRange | null {
  const { today } = calendar;
  const days: Readonly<Record<string, number>> = { YESTERDAY: -1, TODAY: 0, TOMORROW: 1 };
  const day = days[name];
  if (day !== undefined) return span(today.add({ days: day }), { days: 1 });
  if (name === 'LAST_90_DAYS') return { start: today.subtract({ days: 90 }), end: today.add({ days: 1 }) };
  if (name === 'NEXT_90_DAYS') return { start: today.add({ days: 1 }), end: today.add({ days: 91 }) };
  const [, word = '', rest = ''] = /^([A-Z]+)_(.+)$/.exec(name) ?? [];
  const shifts: Readonly<Record<string, number>> = { LAST: -1, THIS: 0, NEXT: 1 };
  const unit = unitOf(rest);
  const shift = shifts[word];
  return unit === null || unit === 'DAY' || shift === undefined ? null : periods(unit, shift, 1, calendar);
}

function countedLiteral(name: string, count: number, calendar: CalendarOfUser): DayRange | null {
  const match = /^(?:(LAST|NEXT)_N_([A-Z_]+?)S|N_([A-Z_]+?)S_AGO)$/.exec(name);
  if (!match) return null;
  const [, direction, ranged, ago] = match;
  const unit = unitOf(ago ?? ranged ?? '');
  if (!unit) return null;
  if (ago !== undefined) return periods(unit, -count, 1, calendar);
  if (direction === 'NEXT') return periods(unit, 1, count, calendar);
  const past = periods(unit, -count, count, calendar);
  // Only the literal in days reaches up to and including today.
  return unit === 'DAY' ? { start: past.start, end: past.end.add({ days: 1 }) } : past;
}

const UNITS: readonly Unit[] = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR'];
const unitOf = (name: string): Unit | null => UNITS.find((unit) => unit === name) ?? null;

function periods(unit: Unit, shift: number, count: number, calendar: CalendarOfUser): DayRange {
  const length = LENGTHS[unit];
  const current = startOf(unit, calendar);
  const start = current.add(times(length, shift));
  return { start, end: current.add(times(length, shift + count)) };
}

const LENGTHS: Readonly<Record<Unit, { days?: number; months?: number }>> = {
  DAY: { days: 1 },
  WEEK: { days: 7 },
  MONTH: { months: 1 },
  QUARTER: { months: 3 },
  YEAR: { months: 12 },
  FISCAL_QUARTER: { months: 3 },
  FISCAL_YEAR: { months: 12 },
};
const times = (
  { days = 0, months = 0 }: { days?: number; months?: number },
  count: number,
): { days: number; months: number } => ({
  days: days * count,
  months: months * count,
});
const span = (start: Temporal.PlainDate, length: Temporal.DurationLike): DayRange => ({
  start,
  end: start.add(length),
});

function startOf(
  unit: Unit,
  { today, fiscalYearStartMonth, firstWeekday }: CalendarOfUser,
): Temporal.PlainDate {
  if (unit === 'DAY') return today;
  if (unit === 'WEEK') return today.subtract({ days: (today.dayOfWeek - firstWeekday + 7) % 7 });
  const firstMonth = unit.startsWith('FISCAL') ? fiscalYearStartMonth : 1;
  const length = LENGTHS[unit].months ?? 1;
  const monthsIn = (today.month - firstMonth + 12) % length;
  const yearIn = (today.month - firstMonth + 12) % 12;
  const back = length === 12 ? yearIn : monthsIn;
  return today.with({ day: 1 }).subtract({ months: back });
}
