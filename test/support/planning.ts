import { type Anchor, anchors, type Outcome, workingCalendarSchema } from '../../server/cadences/index.ts';
import {
  dateOf,
  type Day,
  dayOf,
  dayTableAround,
  type Happened,
  planEnrollment,
  type Planned,
  type Reason,
  type Situation,
  type StepCircumstances,
} from '../../server/touchpoints/schedule/index.ts';
import { workingDaysFor } from '../../server/touchpoints/calendar/index.ts';
import { cadence } from './cadences.ts';

/** A Monday. */
export const monday = '2026-11-16';

const table = dayTableAround(monday);

export const weekdays = workingDaysFor(table, workingCalendarSchema.parse({ id: 'plain' }), {
  holidays: [],
  absences: [],
});

/** What happened to a step, by dates. */
interface Told {
  occurrence?: number;
  done?: string;
  skipped?: string;
  outcome?: Outcome;
  pinned?: string;
  committed?: string;
}

/** An enrolment by dates: begun on a Monday, on which it is planned, unless it says otherwise. */
export interface Enrolled {
  steps: Parameters<typeof cadence>[0]['steps'];
  today?: string;
  anchors?: Partial<Record<Anchor, string>>;
  happened?: Readonly<Record<string, Told | readonly Told[]>>;
  pauses?: readonly { from: string; to?: string }[];
  touches?: readonly { on: string; by: string }[];
  limits?: Situation['limits'];
  working?: Situation['working'];
  circumstances?: Readonly<Record<string, Partial<StepCircumstances>>>;
}

const day = (date: string): Day => dayOf(table, date) ?? 0;

const maybe = (date: string | undefined): Day | undefined => (date === undefined ? undefined : day(date));

const happenedOf = (stepId: string, told: Told): Happened => {
  const { done, skipped, outcome, pinned, committed, occurrence = 0 } = told;
  const on = maybe(done ?? skipped);
  return {
    ...{ stepId, occurrence, pinnedOn: maybe(pinned), committedOn: maybe(committed) },
    ended: on === undefined ? undefined : { how: done ? 'done' : 'skipped', on, outcome },
  };
};

const situationOf = (enrolled: Enrolled): Situation => {
  const { today = monday, happened = {}, pauses = [], touches = [], working = weekdays } = enrolled;
  const given = { stageEntry: monday, ...enrolled.anchors };
  const known = touches.map(({ on, by }) => ({ day: day(on), by }));
  return {
    ...{ table, today: day(today), working, onHold: undefined, taskBusinessDays: 0 },
    limits: enrolled.limits ?? [],
    anchors: new Map(
      anchors.flatMap((anchor): [Anchor, Day][] => {
        const on = maybe(given[anchor]);
        return on === undefined ? [] : [[anchor, on]];
      }),
    ),
    happened: Object.entries(happened).flatMap(([id, told]) =>
      [told].flat().map((each) => happenedOf(id, each)),
    ),
    pauses: pauses.map(({ from, to }) => ({ from: day(from), to: maybe(to) })),
    circumstances: (stepId) => ({
      ...{ possible: working, instantOn: (each: Day) => `${dateOf(table, each)}T09:00:00Z` },
      ...{ excluded: false, obstacle: undefined, budgetOf: undefined },
      ...enrolled.circumstances?.[stepId],
    }),
    touches: () => known,
  };
};

/** The plan of a cadence. */
export const planOf = (enrolled: Enrolled): Planned[] =>
  planEnrollment(cadence({ steps: enrolled.steps }), situationOf(enrolled));

const reasonText = ({ code, values }: Reason): string => [code, ...values].join(' ');

/** Each step with its day, or with why it has none. */
export const daysOf = (enrolled: Enrolled): string[] =>
  planOf(enrolled).map(({ stepId, dueOn, reason, conflicts }) =>
    [
      ...[stepId, ...(dueOn === undefined ? [] : [dateOf(table, dueOn)])],
      ...[...(reason ? [reason] : []), ...conflicts].map(reasonText),
    ].join(' '),
  );

export const workingBut = (...closed: string[]): Situation['working'] =>
  workingDaysFor(table, workingCalendarSchema.parse({ id: 'plain' }), { holidays: closed, absences: [] });
