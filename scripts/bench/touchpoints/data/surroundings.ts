import { cadenceSettingsSchema, workingCalendarSchema } from '../../../../server/cadences/index.ts';
import { daysOfCountry, workingDaysFor } from '../../../../server/touchpoints/calendar/index.ts';
import type { Environment } from '../../../../server/touchpoints/engine/environment.ts';
import type { KnownUser } from '../../../../server/touchpoints/engine/people.ts';
import { bothOpen, type DayTable, type WorkingDays } from '../../../../server/touchpoints/schedule/index.ts';
import { cadence, ownerIds } from './portfolio.ts';

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'America/St_Johns', 'Europe/London'];

const calendars = [
  { id: 'bavaria', country: 'DE', region: 'BY' },
  { id: 'states', country: 'US', workingDays: [1, 2, 3, 4, 5] },
  { id: 'tokyo', country: 'JP', hours: { from: '10:00', to: '18:00' } },
  { id: 'short-week', workingDays: [1, 2, 3, 4] },
].map((each) => workingCalendarSchema.parse(each));

const shipped = workingCalendarSchema.parse({ id: 'default' });

const calendarOf: Environment['calendarOf'] = (userId = '') =>
  calendars[Math.max(0, ownerIds.indexOf(userId)) % calendars.length] ?? shipped;

const users = new Map<string, KnownUser>(
  ownerIds.map((id, at) => [
    id,
    {
      ...{ id, name: `Rep ${at}`, isActive: true, managerId: null, roleId: null, locale: null },
      zone: zones[at % zones.length] ?? null,
    },
  ]),
);

const remembering = (make: (key: string) => WorkingDays): ((key: string) => WorkingDays) => {
  const made = new Map<string, WorkingDays>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
};

/**
 * What the engine reads before it plans, made by hand: four calendars, three countries, five zones.
 * @param closed a new holiday of the first calendar
 */
export const surroundings = (table: DayTable, closed: readonly string[]): Environment => {
  const byCalendar = remembering((id) => {
    const calendar = calendars.find((each) => each.id === id) ?? shipped;
    const holidays = calendar === calendars[0] ? closed : [];
    return workingDaysFor(table, calendar, { holidays, absences: [] });
  });
  const byCountry = remembering((country) => daysOfCountry(table, country));
  const workingDaysOf = (userId: string | undefined): WorkingDays => byCalendar(calendarOf(userId).id);
  const both = remembering((key) => {
    const [id = '', country = ''] = key.split(' ');
    return bothOpen(byCalendar(id), byCountry(country));
  });
  return {
    ...{ table, users, calendarOf, workingDaysOf, settings: cadenceSettingsSchema.parse({}) },
    cadenceOf: () => cadence,
    reachableDays: (userId, country) =>
      country === undefined ? workingDaysOf(userId) : both(`${calendarOf(userId).id} ${country}`),
  };
};
