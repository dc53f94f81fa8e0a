import { Temporal } from 'temporal-polyfill';
import { type Anchor, anchors, type Cadence } from '../../cadences/index.ts';
import { type Enrollment, isEnding, isOver, type Touchpoint } from '../enrollments/rows.ts';
import {
  dateOf,
  type Day,
  dayOf,
  type DayTable,
  type Happened,
  type Pause,
  type Reason,
  type Situation,
  type Touch,
} from '../schedule/index.ts';
import { type Assigned, circumstancesOf } from './circumstances.ts';
import type { Environment } from './environment.ts';
import type { ContactTouch } from './touches.ts';

/** Other people's touches by contact; those of an enrolment itself are part of its own plan. */
export type TouchesByContact = ReadonlyMap<string, readonly ContactTouch[]>;

/** An anniversary of long ago, on its last day that the table reaches. */
const anniversaryIn = (table: DayTable, date: string): Day | undefined => {
  const first = Temporal.PlainDate.from(date);
  const middle = Temporal.PlainDate.from(dateOf(table, Math.floor(table.dates.length / 2)));
  return dayOf(table, first.add({ years: Math.max(0, middle.year - first.year - 1) }).toString());
};

/**
 * The days that offsets count from: the record's, else those that a person gave. The end of a term that began a cadence
 * stands: what is signed afterwards is another term.
 */
const anchorDays = (
  { started_on: startedOn, started_by: startedBy, record, anchor_dates: given }: Enrollment,
  { table }: Environment,
): ReadonlyMap<Anchor, Day> =>
  new Map(
    anchors.flatMap((anchor): [Anchor, Day][] => {
      const own = record.anchors[anchor];
      const known = startedBy === 'rule' ? (given[anchor] ?? own) : (own ?? given[anchor]);
      const date = anchor === 'stageEntry' ? startedOn : known;
      if (date === undefined) return [];
      const day = dayOf(table, date) ?? (anchor === 'anniversary' ? anniversaryIn(table, date) : undefined);
      return day === undefined ? [] : [[anchor, day]];
    }),
  );

const happenedOf = (touchpoint: Touchpoint, { table }: Environment): Happened => {
  const { step_id: stepId, occurrence, state, outcome } = touchpoint;
  const day = (date: string | null): Day | undefined => (date === null ? undefined : dayOf(table, date));
  const on = day(touchpoint.ended_on);
  return {
    ...{ stepId, occurrence, pinnedOn: day(touchpoint.pinned_on) },
    ended:
      isEnding(state) && on !== undefined ? { how: state, on, outcome: outcome ?? undefined } : undefined,
    committedOn: state === 'current' ? day(touchpoint.due_on) : undefined,
  };
};

const holdOf = ({ state, reason, asks, resume_on: until }: Enrollment): Reason | undefined => {
  if (state === 'paused')
    return { code: 'paused', values: [reason?.code ?? 'otherReason', ...(until ? [until] : [])] };
  return asks && !asks.keeps ? { code: 'stageChanged', values: [asks.stageName] } : undefined;
};

const pausesOf = ({ pauses }: Enrollment, { table }: Environment): Pause[] =>
  pauses.flatMap(({ from, to }) => {
    const start = dayOf(table, from);
    return start === undefined ? [] : [{ from: start, to: to === undefined ? undefined : dayOf(table, to) }];
  });

/** What the planner is given, and who does each step for whom. */
export interface Prepared {
  situation: Situation;
  assignedTo: (stepId: string) => Assigned;
}

/** @param today civil date in the zone of the record's owner */
export const prepare = (
  cadence: Cadence,
  enrollment: Enrollment,
  touchpoints: readonly Touchpoint[],
  environment: Environment,
  { today, touches }: { today: string; touches: TouchesByContact },
): Prepared => {
  const { table, settings } = environment;
  const open = new Map(touchpoints.filter((each) => !isOver(each)).map((each) => [each.step_id, each]));
  const steps = new Map(cadence.steps.map((step) => [step.id, step]));
  const known = new Map<string, Assigned>();
  const assignedTo = (stepId: string): Assigned => {
    const step = steps.get(stepId);
    const assigned =
      known.get(stepId) ?? (step && circumstancesOf(step, enrollment, open.get(stepId), environment));
    if (!assigned) throw new RangeError(`Cadence "${cadence.id}" has no step "${stepId}".`);
    known.set(stepId, assigned);
    return assigned;
  };
  const touchesOf = (contactId: string): Touch[] =>
    (touches.get(contactId) ?? []).flatMap(({ on, by, enrollmentId }) => {
      const day = dayOf(table, on);
      return day === undefined || enrollmentId === enrollment.id ? [] : [{ day, by }];
    });
  return {
    assignedTo,
    situation: {
      ...{ table, today: dayOf(table, today) ?? 0, limits: settings.contactBudget },
      working: environment.workingDaysOf(enrollment.record.ownerId ?? undefined),
      anchors: anchorDays(enrollment, environment),
      happened: touchpoints
        .filter(({ step_id: id }) => steps.has(id))
        .map((each) => happenedOf(each, environment)),
      pauses: pausesOf(enrollment, environment),
      onHold: holdOf(enrollment),
      circumstances: assignedTo,
      touches: touchesOf,
      taskBusinessDays: settings.taskBusinessDays,
    },
  };
};
