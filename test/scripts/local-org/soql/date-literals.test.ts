import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { type CalendarOfUser, dateLiteral } from '../../../../scripts/local-org/soql/date-literals.ts';

const calendar = (today: string, rest: Partial<CalendarOfUser> = {}): CalendarOfUser => ({
  today: Temporal.PlainDate.from(today),
  fiscalYearStartMonth: 1,
  firstWeekday: 7,
  ...rest,
});
const daysOf = (literal: string, of: CalendarOfUser): string => {
  const range = dateLiteral(literal, of);
  return range ? `${range.start.toString()} ${range.end.toString()}` : 'none';
};

// 10 June 2026 is a Wednesday.
describe('the days that a literal stands for (end not included)', () => {
  test.each([
    ['TODAY', '2026-06-10 2026-06-11'],
    ['YESTERDAY', '2026-06-09 2026-06-10'],
    ['TOMORROW', '2026-06-11 2026-06-12'],
    ['THIS_WEEK', '2026-06-07 2026-06-14'],
    ['LAST_WEEK', '2026-05-31 2026-06-07'],
    ['NEXT_MONTH', '2026-07-01 2026-08-01'],
    ['LAST_QUARTER', '2026-01-01 2026-04-01'],
    ['THIS_YEAR', '2026-01-01 2027-01-01'],
    ['LAST_90_DAYS', '2026-03-12 2026-06-11'],
    ['NEXT_90_DAYS', '2026-06-11 2026-09-09'],
    ['LAST_N_DAYS:1', '2026-06-09 2026-06-11'],
    ['NEXT_N_DAYS:1', '2026-06-11 2026-06-12'],
    ['N_DAYS_AGO:2', '2026-06-08 2026-06-09'],
    ['LAST_N_WEEKS:2', '2026-05-24 2026-06-07'],
    ['NEXT_N_WEEKS:1', '2026-06-14 2026-06-21'],
    ['N_MONTHS_AGO:3', '2026-03-01 2026-04-01'],
    ['LAST_N_QUARTERS:2', '2025-10-01 2026-04-01'],
    ['LAST_N_YEARS:1', '2025-01-01 2026-01-01'],
    ['N_YEARS_AGO:1', '2025-01-01 2026-01-01'],
    ['SOMETIME', 'none'],
  ])('%s', (literal, expected) => {
    expect(daysOf(literal, calendar('2026-06-10'))).toBe(expected);
  });

  test('a fiscal year that begins in February, a week that begins on Monday', () => {
    const of = calendar('2026-01-15', { fiscalYearStartMonth: 2, firstWeekday: 1 });
    expect(daysOf('THIS_FISCAL_YEAR', of)).toBe('2025-02-01 2026-02-01');
    expect(daysOf('THIS_FISCAL_QUARTER', of)).toBe('2025-11-01 2026-02-01');
    expect(daysOf('THIS_WEEK', of)).toBe('2026-01-12 2026-01-19');
  });
});

test('last, this and next of a unit follow each other without gap, and today lies in this', () => {
  const units = ['WEEK', 'MONTH', 'QUARTER', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR'];
  fc.assert(
    fc.property(
      fc.constantFrom(...units),
      fc.integer({ min: 0, max: 40_000 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 7 }),
      (unit, day, month, weekday) => {
        const today = Temporal.PlainDate.from('1990-01-01').add({ days: day });
        const of: CalendarOfUser = { today, fiscalYearStartMonth: month, firstWeekday: weekday };
        const [last, current, next] = ['LAST', 'THIS', 'NEXT'].map((word) =>
          dateLiteral(`${word}_${unit}`, of),
        );
        expect(last?.end.equals(current?.start ?? '')).toBe(true);
        expect(current?.end.equals(next?.start ?? '')).toBe(true);
        expect(Temporal.PlainDate.compare(current?.start ?? '', today)).toBeLessThanOrEqual(0);
        expect(Temporal.PlainDate.compare(today, current?.end ?? '')).toBe(-1);
      },
    ),
  );
});
