import { RRuleTemporal } from 'rrule-temporal';

/** A row of Salesforce's `Holiday`, as the mirror has it. */
export interface HolidayRow {
  Name: string | null;
  ActivityDate: string | null;
  IsAllDay: boolean | null;
  IsRecurrence: boolean | null;
  RecurrenceType: string | null;
  RecurrenceInterval: number | null;
  /** Sum of 1 for Sunday, 2 for Monday … 64 for Saturday. */
  RecurrenceDayOfWeekMask: number | null;
  RecurrenceDayOfMonth: number | null;
  RecurrenceInstance: string | null;
  RecurrenceMonthOfYear: string | null;
  RecurrenceStartDate: string | null;
  RecurrenceEndDateOnly: string | null;
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const instances = ['First', 'Second', 'Third', 'Fourth'];
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

const byDay = ({ RecurrenceDayOfWeekMask: mask }: HolidayRow): string =>
  weekdays.filter((_, bit) => ((mask ?? 0) & (1 << bit)) !== 0).join(',');

const nth = ({ RecurrenceInstance: instance }: HolidayRow): string =>
  instance === 'Last' ? '-1' : String(instances.indexOf(instance ?? 'First') + 1);

const month = ({ RecurrenceMonthOfYear: name }: HolidayRow): string =>
  String(months.indexOf(name ?? 'January') + 1);

/** Salesforce's kinds of recurrence as rules of RFC 5545. */
const rules: Readonly<Record<string, (row: HolidayRow) => string>> = {
  RecursDaily: () => 'FREQ=DAILY',
  RecursEveryWeekday: () => 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  RecursWeekly: (row) => `FREQ=WEEKLY;BYDAY=${byDay(row)}`,
  RecursMonthly: (row) => `FREQ=MONTHLY;BYMONTHDAY=${row.RecurrenceDayOfMonth ?? 1}`,
  RecursMonthlyNth: (row) => `FREQ=MONTHLY;BYDAY=${byDay(row)};BYSETPOS=${nth(row)}`,
  RecursYearly: (row) => `FREQ=YEARLY;BYMONTH=${month(row)};BYMONTHDAY=${row.RecurrenceDayOfMonth ?? 1}`,
  RecursYearlyNth: (row) => `FREQ=YEARLY;BYMONTH=${month(row)};BYDAY=${byDay(row)};BYSETPOS=${nth(row)}`,
};

const compact = (date: string): string => date.replaceAll('-', '');

const occurrences = (row: HolidayRow, last: string): string[] => {
  const { RecurrenceStartDate: start, RecurrenceEndDateOnly: end, RecurrenceInterval: interval } = row;
  const rule = rules[row.RecurrenceType ?? '']?.(row);
  if (!rule || !start) return [];
  const until = compact(end && end < last ? end : last);
  const rruleString = `DTSTART;TZID=UTC:${compact(start)}T000000\nRRULE:${rule};INTERVAL=${interval ?? 1};UNTIL=${until}T235959Z`;
  return new RRuleTemporal({ rruleString }).all().map((day) => day.toPlainDate().toString());
};

/** Salesforce makes no rule that can not be followed; whoever else did closes no day with it. */
const tryOccurrences = (row: HolidayRow, last: string): string[] => {
  try {
    return occurrences(row, last);
  } catch {
    return [];
  }
};

/**
 * Days (YYYY-MM-DD) up to `last` on which the whole org is closed. A holiday of some hours closes no day. A recurrence that
 * Salesforce could not have made closes none.
 */
export const orgHolidays = (rows: readonly HolidayRow[], last: string): string[] =>
  rows.flatMap((row) => {
    if (row.IsAllDay === false) return [];
    if (row.IsRecurrence) return tryOccurrences(row, last);
    return row.ActivityDate ? [row.ActivityDate] : [];
  });
