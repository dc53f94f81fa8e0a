import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import { type CadenceSettings, type WorkingCalendar, workingCalendarSchema } from '../../cadences/index.ts';
import { type CadenceOf, readCadenceLibrary, readCadenceVersions } from '../../content/index.ts';
import type { Tenant } from '../../store/index.ts';
import { daysOfCountry, type HolidayRow, orgHolidays, workingDaysFor } from '../calendar/index.ts';
import type { Enrollment } from '../enrollments/rows.ts';
import { bothOpen, dayTableAround, type DayTable, type WorkingDays } from '../schedule/index.ts';
import { possibleOwners } from './owner.ts';
import { type KnownUser, readAbsences, readUsers, type Users } from './people.ts';

/** What planning needs beside one enrolment: definitions, calendars and people, read once for many. */
export interface Environment {
  /** Around the day on which it is planned. */
  table: DayTable;
  settings: CadenceSettings;
  cadenceOf: CadenceOf;
  users: Users;
  calendarOf: (userId: string | undefined) => WorkingCalendar;
  workingDaysOf: (userId: string | undefined) => WorkingDays;
  /** Working days of somebody on which people in a country can be reached. */
  reachableDays: (userId: string | undefined, country: string | undefined) => WorkingDays;
}

const tables = new LRUCache<string, DayTable>({ max: 4 });

const tableOf = (today: string): DayTable => {
  const known = tables.get(today) ?? dayTableAround(today);
  tables.set(today, known);
  return known;
};

const days = new LRUCache<string, WorkingDays>({ max: 600 });

const remembered = (key: string, make: () => WorkingDays): WorkingDays => {
  const known = days.get(key) ?? make();
  days.set(key, known);
  return known;
};

const shipped = workingCalendarSchema.parse({ id: 'default' });

/** The first that names the user, then one that names their role, then the default. */
const calendarFor = (calendars: readonly WorkingCalendar[], user: KnownUser | undefined): WorkingCalendar =>
  calendars.find(({ userIds }) => user && userIds.includes(user.id)) ??
  calendars.find(({ userRoleIds }) => user?.roleId && userRoleIds.includes(user.roleId)) ??
  calendars.find(({ id }) => id === 'default') ??
  shipped;

const eachOnce = (make: (userId: string | undefined) => string): ((userId: string | undefined) => string) => {
  const made = new Map<string | undefined, string>();
  return (userId) => {
    const known = made.get(userId) ?? make(userId);
    made.set(userId, known);
    return known;
  };
};

const readHolidays = async (tenant: Tenant, orgId: string): Promise<HolidayRow[]> => {
  const { rows } = await sql<HolidayRow>`select * from mirror_holiday where org_id = ${orgId}`.execute(
    tenant,
  );
  return rows;
};

/** Reads what is needed to plan these enrolments on a civil day. */
export async function readEnvironment(
  tenant: Tenant,
  orgId: string,
  today: string,
  enrollments: readonly Pick<Enrollment, 'cadence_key' | 'cadence_version' | 'record'>[],
  /** Users that Tasks were given to. */
  moreUsers: readonly string[] = [],
): Promise<Environment> {
  const table = tableOf(today);
  const library = await readCadenceLibrary(tenant, orgId);
  const cadenceOf = await readCadenceVersions(tenant, orgId, enrollments);
  const owners = new Set([
    ...moreUsers,
    ...enrollments.flatMap((each) => possibleOwners(cadenceOf(each)?.steps ?? [], each.record)),
  ]);
  const users = await readUsers(tenant, orgId, [...owners]);
  const absences = await readAbsences(tenant, orgId, [...owners, ...users.keys()], table.dates[0] ?? today);
  const holidays = orgHolidays(await readHolidays(tenant, orgId), table.dates.at(-1) ?? today);
  const calendarOf = (userId: string | undefined) => calendarFor(library.calendars, users.get(userId ?? ''));
  const keyOf = eachOnce((userId) =>
    JSON.stringify([today, calendarOf(userId), absences.get(userId ?? '') ?? [], holidays]),
  );
  const workingDaysOf = (userId: string | undefined): WorkingDays =>
    remembered(keyOf(userId), () =>
      workingDaysFor(table, calendarOf(userId), { holidays, absences: absences.get(userId ?? '') ?? [] }),
    );
  return {
    ...{ table, users, cadenceOf, calendarOf, workingDaysOf, settings: library.settings },
    reachableDays: (userId, country) =>
      country === undefined
        ? workingDaysOf(userId)
        : remembered(`${keyOf(userId)} ${country}`, () =>
            bothOpen(
              workingDaysOf(userId),
              remembered(`${today} ${country}`, () => daysOfCountry(table, country)),
            ),
          ),
  };
}
