import { type CadenceStep, prerequisitesOf } from '../../../server/cadences/index.ts';
import {
  type Day,
  planEnrollment,
  type Planned,
  plusWorkingDays,
  type Situation,
  type WorkingDays,
  workingDaysOf,
} from '../../../server/touchpoints/schedule/index.ts';
import { isElastic, targetOf } from '../../../server/touchpoints/schedule/targets.ts';
import { rankOf } from '../../../server/touchpoints/schedule/working-days.ts';
import type { Case } from '../situation-arbitraries.ts';

/** A case with its plan, and one step of that. */
export interface Seen extends Case {
  plan: readonly Planned[];
}

export interface SeenStep extends Seen {
  planned: Planned;
  step: CadenceStep;
}

export const seen = ({ cadence, situation }: Case): Seen => ({
  cadence,
  situation,
  plan: planEnrollment(cadence, situation),
});

export const stepsOf = (all: Seen): SeenStep[] =>
  all.plan.flatMap((planned) => {
    const step = all.cadence.steps.find(({ id }) => id === planned.stepId);
    return step ? [{ ...all, planned, step }] : [];
  });

export const happenedTo = ({ planned, situation }: SeenStep) =>
  situation.happened.find(
    ({ stepId, occurrence }) => stepId === planned.stepId && occurrence === planned.occurrence,
  );

/** Put on its day by a person, and still to be done. */
export const isPinned = (each: SeenStep): boolean =>
  each.planned.state !== 'ended' && happenedTo(each)?.pinnedOn !== undefined;

/** Goes by a date that lies ahead, whatever its Task says. */
const isAhead = ({ situation, step, planned }: SeenStep): boolean =>
  !isElastic(step) && (targetOf(situation, step, planned.occurrence) ?? 0) > situation.today;

/** It has a Task whose day is over. */
export const isOverdue = (each: SeenStep): boolean =>
  each.planned.state !== 'ended' &&
  !isPinned(each) &&
  !isAhead(each) &&
  (happenedTo(each)?.committedOn ?? Infinity) < each.situation.today;

/** Open, with a day that the planner chose. */
export const isPlaced = (each: SeenStep): boolean =>
  each.planned.state !== 'ended' && each.planned.dueOn !== undefined && !isPinned(each) && !isOverdue(each);

/** Where the first time of a step stands, which is what others wait for. */
export const standingOf = ({ plan }: Seen, stepId: string): { isOver: boolean; day: Day | undefined } => {
  const first = plan.find((planned) => planned.stepId === stepId);
  return { isOver: first?.state === 'ended' || first?.state === 'notTaken', day: first?.dueOn };
};

/** Working days on which the cadence was not paused. */
const activeDays = ({ working, pauses }: Situation): WorkingDays => {
  const open = working.open.slice();
  for (const { from, to } of pauses) open.fill(0, from, to);
  return workingDaysOf(open);
};

/** Distance that the definition means, as if there had been no pauses. */
const gapOf = ({ situation }: Seen, step: CadenceStep, before: CadenceStep): number | undefined => {
  const plain = { ...situation, pauses: [] };
  const [from, to] = [targetOf(plain, before, 0), targetOf(plain, step, 0)];
  const isRigid = [step, before].some((each) => !isElastic(each) || each.repeats);
  if (isRigid || step.anchor !== before.anchor || from === undefined || to === undefined) return undefined;
  return Math.max(0, rankOf(situation.working, to) - rankOf(situation.working, from));
};

/** What is done on a working day of a pause counts as done when the cadence went on. */
const afterGap = ({ working, pauses, ...rest }: Situation, from: Day, gap: number): Day => {
  const pause = pauses.find((each) => each.from <= from && from < (each.to ?? 0));
  const active = activeDays({ working, pauses, ...rest });
  const wasOpen = working.open[from] === 1 && active.open[from] === 0;
  const start = wasOpen ? plusWorkingDays(active, pause?.to ?? from, 0) : from;
  return plusWorkingDays(active, start ?? from, gap) ?? from;
};

/** The first day that one step before leaves to a step; undefined if it has no say. */
const leftBy = (each: SeenStep, before: CadenceStep): Day | undefined => {
  const { isOver, day } = standingOf(each, before.id);
  if (day === undefined) return undefined;
  const from = isOver ? day : Math.max(day, each.situation.today);
  const gap = gapOf(each, each.step, before);
  return gap === undefined ? from : afterGap(each.situation, from, gap);
};

/** The first day that all steps before leave to a step. */
export const earliestFor = (each: SeenStep): Day | undefined => {
  const before = prerequisitesOf(each.step);
  const days = each.cadence.steps
    .filter(({ id }) => before.includes(id))
    .flatMap((other) => leftBy(each, other) ?? []);
  return days.length > 0 ? Math.max(...days) : undefined;
};

/** Does the contact hear from us more often than allowed in a stretch that this day falls into? */
export const isTooOften = (each: SeenStep, day: Day): boolean => {
  const { situation, planned } = each;
  const contact = situation.circumstances(planned.stepId).budgetOf;
  if (contact === undefined) return false;
  const others = stepsOf(each).filter(
    (other) => other.planned !== planned && situation.circumstances(other.step.id).budgetOf === contact,
  );
  const days = [
    ...situation.touches(contact).map((touch) => touch.day),
    ...others.flatMap((other) => touchOf(other) ?? []),
  ];
  const ranks = days.map((other) => rankOf(situation.working, other));
  return exceeds(situation, ranks, rankOf(situation.working, day));
};

/** The day on which the contact hears from us by a step. */
const touchOf = (each: SeenStep): Day | undefined => {
  const wasNot = each.planned.state === 'ended' && happenedTo(each)?.ended?.how !== 'done';
  return wasNot ? undefined : each.planned.dueOn;
};

const exceeds = ({ limits }: Situation, ranks: readonly number[], rank: number): boolean =>
  limits.some(({ outbound, businessDays }) =>
    Array.from({ length: businessDays }, (_, back) => rank - back).some((first) => {
      const within = ranks.filter((other) => other >= first && other < first + businessDays);
      return within.length + 1 > outbound;
    }),
  );
