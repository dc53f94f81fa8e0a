import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { type WorkingCalendar, workingCalendarSchema } from '../../../server/cadences/index.ts';
import { workingDaysFor } from '../../../server/touchpoints/calendar/index.ts';
import {
  commonInstant,
  dateOf,
  type Day,
  type LocalHours,
  type WorkingDays,
  workingDaysOf,
} from '../../../server/touchpoints/schedule/index.ts';
import { calendars, civilDate, dayAt, daysOff, localHours, table, today } from '../calendar-arbitraries.ts';
import { cases } from '../situation-arbitraries.ts';
import { law } from './law.ts';
import { isPlaced, seen, stepsOf } from './oracle.ts';

const clockOf = (instant: Temporal.Instant, { zone }: LocalHours): Temporal.PlainDateTime =>
  instant.toZonedDateTimeISO(zone).toPlainDateTime();

const isAtWork = (instant: Temporal.Instant, each: LocalHours): boolean => {
  const time = clockOf(instant, each).toPlainTime().toString({ smallestUnit: 'minute' });
  return each.hours.from <= time && time < each.hours.to;
};

const quarter = 15 * 60_000;

/** Every quarter of an hour of somebody's civil day. */
const quartersOf = (date: string, { zone }: LocalHours): Temporal.Instant[] => {
  const day = Temporal.PlainDate.from(date);
  const [from, to] = [day, day.add({ days: 1 })].map((each) => each.toZonedDateTime(zone).epochMilliseconds);
  const count = ((to ?? 0) - (from ?? 0)) / quarter;
  return Array.from({ length: count }, (_, at) =>
    Temporal.Instant.fromEpochMilliseconds((from ?? 0) + at * quarter),
  );
};

/** Do clocks change there about that day? */
const isChanging = (date: string, { zone }: LocalHours): boolean => {
  const noon = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: '12:00' });
  const offsets = [-2, -1, 0, 1, 2].map((days) => noon.add({ days }).offset);
  return new Set(offsets).size > 1;
};

const date = today.map((day) => dateOf(table, day));
const twoPeople = fc.tuple(date, localHours, localHours);

/** A holiday that the calendar does not open again, and that counts there. */
const heeding = (calendar: WorkingCalendar, holiday: string): WorkingCalendar =>
  workingCalendarSchema.parse({
    ...calendar,
    orgHolidays: true,
    open: calendar.open.filter((each) => each !== holiday),
  });

const closing =
  (holiday: Day) =>
  (days: WorkingDays): WorkingDays => {
    const open = days.open.slice();
    open[holiday] = 0;
    return workingDaysOf(open);
  };

/** Hours, days off and changes of the clock. */
export const hourLaws = [
  law(
    'the instant of a step lies on the owner’s day, in the hours of both',
    twoPeople,
    ([on, owner, theirs]) => {
      const found = commonInstant(on, owner, theirs);
      if (found === undefined) return;
      const instant = Temporal.Instant.from(found);
      assert.equal(clockOf(instant, owner).toPlainDate().toString(), on);
      assert.ok(isAtWork(instant, owner) && isAtWork(instant, theirs), found);
    },
  ),
  law('the instant is the first that both have, unless clocks change', twoPeople, ([on, owner, theirs]) => {
    if (isChanging(on, owner) || isChanging(on, theirs)) return;
    const found = commonInstant(on, owner, theirs);
    const first = quartersOf(on, owner).find((each) => isAtWork(each, owner) && isAtWork(each, theirs));
    assert.equal(found, first?.toString());
  }),
  law(
    'a new holiday closes its day and no other',
    fc.tuple(calendars, daysOff, civilDate),
    ([drawn, off, holiday]) => {
      const calendar = heeding(drawn, holiday);
      const before = workingDaysFor(table, calendar, off);
      const after = workingDaysFor(table, calendar, { ...off, holidays: [...off.holidays, holiday] });
      const expected = before.open.slice();
      expected[dayAt(holiday)] = 0;
      assert.deepEqual(after.open, expected);
    },
  ),
  law(
    'nobody is given a step for a day that became a holiday',
    fc.tuple(cases, fc.nat()),
    ([drawn, choice]) => {
      const { cadence, situation } = drawn;
      const days = stepsOf(seen(drawn))
        .filter(isPlaced)
        .map(({ planned }) => planned.dueOn ?? 0);
      const holiday = days[choice % Math.max(1, days.length)];
      if (holiday === undefined) return;
      const without = closing(holiday);
      const after = seen({
        cadence,
        situation: {
          ...{ ...situation, working: without(situation.working) },
          circumstances: (stepId) => {
            const known = situation.circumstances(stepId);
            return { ...known, possible: without(known.possible) };
          },
        },
      });
      for (const each of stepsOf(after).filter(isPlaced)) assert.notEqual(each.planned.dueOn, holiday);
    },
  ),
];
