import { describe, expect, test } from '@jest/globals';
import { type WorkingCalendar, workingCalendarSchema } from '../../../../server/cadences/index.ts';
import {
  countryCode,
  type HolidayRow,
  orgHolidays,
  workingDaysFor,
  zoneOfCountry,
} from '../../../../server/touchpoints/calendar/index.ts';
import { dayOf, dayTableAround } from '../../../../server/touchpoints/schedule/index.ts';

const table = dayTableAround('2026-11-16');

const holiday = (more: Partial<HolidayRow>): HolidayRow => ({
  ...{ Name: 'Holiday', ActivityDate: null, IsAllDay: true, IsRecurrence: false, RecurrenceType: null },
  ...{ RecurrenceInterval: null, RecurrenceDayOfWeekMask: null, RecurrenceDayOfMonth: null },
  ...{ RecurrenceInstance: null, RecurrenceMonthOfYear: null, RecurrenceStartDate: null },
  RecurrenceEndDateOnly: null,
  ...more,
});

const recurring = (more: Partial<HolidayRow>): HolidayRow =>
  holiday({ IsRecurrence: true, RecurrenceStartDate: '2025-01-01', ...more });

const isWorked = (
  date: string,
  calendar: Partial<WorkingCalendar>,
  { holidays = [], absences = [] }: Partial<Parameters<typeof workingDaysFor>[2]> = {},
): boolean => {
  const parsed = workingCalendarSchema.parse({ id: 'own', ...calendar });
  return workingDaysFor(table, parsed, { holidays, absences }).open[dayOf(table, date) ?? 0] === 1;
};

describe('the org’s own holidays', () => {
  test('a yearly one on the fourth Thursday of November falls on that day in each year', () => {
    const thanksgiving = recurring({
      ...{ RecurrenceType: 'RecursYearlyNth', RecurrenceInstance: 'Fourth', RecurrenceDayOfWeekMask: 16 },
      RecurrenceMonthOfYear: 'November',
    });
    expect(orgHolidays([thanksgiving], '2028-12-31')).toEqual([
      '2025-11-27',
      '2026-11-26',
      '2027-11-25',
      '2028-11-23',
    ]);
  });

  test('the last Friday of every third month is found, up to the day on which the recurrence ends', () => {
    const outing = recurring({
      ...{ RecurrenceType: 'RecursMonthlyNth', RecurrenceInstance: 'Last', RecurrenceDayOfWeekMask: 32 },
      ...{ RecurrenceInterval: 3, RecurrenceEndDateOnly: '2025-08-01' },
    });
    expect(orgHolidays([outing], '2028-12-31')).toEqual(['2025-01-31', '2025-04-25', '2025-07-25']);
  });

  test('one that is yearly on a date stays on its date', () => {
    const founding = recurring({
      ...{ RecurrenceType: 'RecursYearly', RecurrenceDayOfMonth: 3, RecurrenceMonthOfYear: 'June' },
    });
    expect(orgHolidays([founding], '2026-12-31')).toEqual(['2025-06-03', '2026-06-03']);
  });

  test('a holiday of some hours closes no day', () => {
    expect(orgHolidays([holiday({ ActivityDate: '2026-11-20', IsAllDay: false })], '2026-12-31')).toEqual([]);
  });

  test('a holiday closes the day, unless the calendar says that they do not count', () => {
    const holidays = ['2026-11-18'];
    expect(isWorked('2026-11-18', {}, { holidays })).toBe(false);
    expect(isWorked('2026-11-18', { orgHolidays: false }, { holidays })).toBe(true);
  });
});

describe('public holidays', () => {
  test('a holiday of one region is worked in another', () => {
    const epiphany = '2027-01-06';
    expect(isWorked(epiphany, { country: 'DE', region: 'BY' })).toBe(false);
    expect(isWorked(epiphany, { country: 'DE', region: 'BE' })).toBe(true);
    expect(isWorked('2026-10-03', { country: 'DE', workingDays: [6] })).toBe(false);
  });

  test('a country has its own', () => {
    expect(isWorked('2026-11-26', { country: 'US' })).toBe(false);
    expect(isWorked('2026-11-26', { country: 'DE' })).toBe(true);
    expect(isWorked('2026-11-23', { country: 'JP' })).toBe(false);
  });
});

describe('what a calendar says', () => {
  test('a day that is opened is worked, whatever closes it', () => {
    const closed = [{ from: '2026-12-24', to: '2026-12-31', name: 'Between the years' }];
    expect(isWorked('2026-12-28', { closed })).toBe(false);
    expect(isWorked('2026-12-28', { closed, open: ['2026-12-28'] })).toBe(true);
    expect(isWorked('2026-11-21', { open: ['2026-11-21'] })).toBe(true);
  });

  test('nobody works while away, not even on a day that is opened', () => {
    const absences = [{ from: '2026-11-18', to: '2026-11-20' }];
    expect(isWorked('2026-11-17', {}, { absences })).toBe(true);
    expect(isWorked('2026-11-18', {}, { absences })).toBe(false);
    expect(isWorked('2026-11-20', { open: ['2026-11-20'] }, { absences })).toBe(false);
    expect(isWorked('2026-11-23', {}, { absences })).toBe(true);
  });
});

describe('where somebody is', () => {
  test('a country is known by its code, and by its name in any of the usual languages', () => {
    expect(['DE', 'de', 'Germany', 'Deutschland', 'Allemagne', ' uk '].map(countryCode)).toEqual([
      ...['DE', 'DE', 'DE', 'DE', 'DE', 'GB'],
    ]);
    expect([undefined, null, '', 'Atlantis'].map(countryCode)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('a country with one zone tells it, one with several tells nothing', () => {
    expect(zoneOfCountry('JP')).toBe('Asia/Tokyo');
    expect(zoneOfCountry('US')).toBeUndefined();
  });
});
