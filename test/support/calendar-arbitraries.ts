import fc from 'fast-check';
import { type WorkingCalendar, workingCalendarSchema } from '../../server/cadences/index.ts';
import { daysOfCountry, type Span, workingDaysFor } from '../../server/touchpoints/calendar/index.ts';
import {
  bothOpen,
  commonInstant,
  dateOf,
  type Day,
  dayOf,
  dayTableAround,
  type DayTable,
  type LocalHours,
  weekdayOf,
  type WorkingDays,
} from '../../server/touchpoints/schedule/index.ts';
import { often } from './cadence-arbitraries.ts';

const whole = dayTableAround('2027-06-01');
const [firstDay, lastDay] = [dayOf(whole, '2024-01-01') ?? 0, dayOf(whole, '2030-12-31') ?? 0];
const dates = whole.dates.slice(firstDay, lastDay);

/** Days enough for everything that is drawn; fewer than the service takes, so that thousands of cases take less time. */
export const table: DayTable = {
  dates,
  indexOf: new Map(dates.map((date, day) => [date, day])),
  firstWeekday: weekdayOf(whole, firstDay),
};

export const dayAt = (date: string): Day => dayOf(table, date) ?? 0;

/** Days around which clocks change somewhere, years end and February is long. */
const remarkable = [
  ...['2026-03-08', '2026-03-27', '2026-03-29', '2026-10-25', '2026-11-01', '2026-12-24', '2026-12-31'],
  ...['2027-01-01', '2027-02-07', '2027-03-14', '2027-03-28', '2027-04-04', '2027-06-16', '2028-02-29'],
];

export const today: fc.Arbitrary<Day> = fc
  .tuple(fc.constantFrom(...remarkable), fc.integer({ min: -4, max: 4 }))
  .map(([date, days]) => dayAt(date) + days);

export const zones = [
  ...['Europe/Berlin', 'America/New_York', 'America/St_Johns', 'Asia/Tokyo', 'Asia/Kolkata'],
  ...['Africa/Casablanca', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Australia/Lord_Howe'],
  ...['America/Santiago', 'UTC'],
];

const hours = fc.constantFrom(
  { from: '09:00', to: '17:00' },
  { from: '08:00', to: '20:00' },
  { from: '00:00', to: '23:59' },
  { from: '22:00', to: '23:30' },
  { from: '02:15', to: '02:45' },
  { from: '01:30', to: '03:15' },
);

export const localHours: fc.Arbitrary<LocalHours> = fc.record({ zone: fc.constantFrom(...zones), hours });

/** Owners are few, so that what is worked out for them serves many cases. */
export const owners: fc.Arbitrary<LocalHours> = fc
  .constantFrom(
    ...['Europe/Berlin', 'America/St_Johns', 'Asia/Tokyo', 'Africa/Casablanca', 'Pacific/Kiritimati'],
  )
  .map((zone) => ({ zone, hours: { from: '09:00', to: '17:00' } }));

const instants = new Map<string, string | undefined>();

/** As the engine has it: each day of two people is worked out once. */
export const instantFor = (owner: LocalHours, contact: LocalHours) => {
  const name = JSON.stringify([owner, contact]);
  return (day: Day): string | undefined => {
    const key = `${day} ${name}`;
    if (!instants.has(key)) instants.set(key, commonInstant(dateOf(table, day), owner, contact));
    return instants.get(key);
  };
};

export const civilDate: fc.Arbitrary<string> = fc
  .tuple(today, fc.integer({ min: -30, max: 60 }))
  .map(([day, days]) => dateOf(table, day + days));

const span: fc.Arbitrary<Span> = fc
  .tuple(today, fc.integer({ min: -20, max: 30 }), fc.integer({ min: 0, max: 20 }))
  .map(([day, start, length]) => ({
    from: dateOf(table, day + start),
    to: dateOf(table, day + start + length),
  }));

export const calendars: fc.Arbitrary<WorkingCalendar> = fc
  .record({
    workingDays: often<number[]>(
      [1, 2, 3, 4, 5],
      fc.constantFrom<number[][]>([1, 2, 3, 4], [7, 1, 2, 3, 4], [2], [1, 2, 3, 4, 5, 6, 7]),
    ),
    place: fc.constantFrom(
      {},
      { country: 'DE', region: 'BY' },
      { country: 'DE' },
      { country: 'JP' },
      { country: 'US' },
    ),
    closed: fc.array(span, { maxLength: 2 }),
    open: fc.array(civilDate, { maxLength: 2 }),
    orgHolidays: often(true, fc.constant(false)),
  })
  .map(({ place, ...rest }) => workingCalendarSchema.parse({ id: 'drawn', ...place, ...rest }));

/** Somebody's calendar, the org's holidays and their leave. */
export const daysOff = fc.record({
  holidays: fc.array(civilDate, { maxLength: 4 }),
  absences: fc.array(span, { maxLength: 2 }),
});

const drawn = new Map<number, WorkingDays>();

/** A calendar by its number: making one takes longer than planning does. */
const numbered = (seed: number): WorkingDays => {
  const known = drawn.get(seed);
  if (known) return known;
  const [days] = fc.sample(
    fc.tuple(calendars, daysOff).map(([calendar, off]) => workingDaysFor(table, calendar, off)),
    { numRuns: 1, seed },
  );
  if (!days) throw new RangeError('Nothing was drawn.');
  drawn.set(seed, days);
  return days;
};

export const workingDays: fc.Arbitrary<WorkingDays> = fc.integer({ min: 1, max: 100 }).map(numbered);

const closedIn = new Map<string, WorkingDays>();

const daysIn = (country: string): WorkingDays => {
  const known = closedIn.get(country) ?? daysOfCountry(table, country);
  closedIn.set(country, known);
  return known;
};

const reachable = new WeakMap<WorkingDays, Map<string, WorkingDays>>();

/** Working days of somebody on which people in a country can be reached. */
export const reachableDays = (working: WorkingDays, country: string): WorkingDays => {
  const known = reachable.get(working) ?? new Map<string, WorkingDays>();
  reachable.set(working, known);
  const days = known.get(country) ?? bothOpen(working, daysIn(country));
  known.set(country, days);
  return days;
};
