import { type CadenceStep, prerequisitesOf } from '../../cadences/index.ts';
import type { Day } from './day-table.ts';
import { activeDays, afterPauses } from './pauses.ts';
import type { Progress, Standing } from './progress.ts';
import { isElastic } from './targets.ts';
import { onOrAfter, plusWorkingDays } from './working-days.ts';

/** The first day that the steps before leave to a step. */
export interface Earliest {
  /** Undefined if nothing before it has a say. */
  day: Day | undefined;
  /** Some step before it has no day yet. */
  isOpen: boolean;
  /** It follows a step before it at a distance, so its own target counts no more. */
  follows: boolean;
}

/** Distance in working days of two steps that go by the same anchor: when one is moved, the other keeps it. */
const gapOf = (
  step: CadenceStep,
  before: CadenceStep,
  { targets, situation }: Progress,
): number | undefined => {
  if (
    !isElastic(step) ||
    !isElastic(before) ||
    step.anchor !== before.anchor ||
    step.repeats ||
    before.repeats
  )
    return undefined;
  const [from, to] = [targets.get(before.id), targets.get(step.id)];
  if (from === undefined || to === undefined) return undefined;
  return Math.max(0, activeDays(situation, from, to));
};

/** What is overdue holds up what comes after it. */
const dayOf = ({ isOver, day = 0 }: Standing, today: Day): Day => (isOver ? day : Math.max(day, today));

const after = (step: CadenceStep, id: string, progress: Progress): Earliest => {
  const { situation, standings, steps } = progress;
  const [before, standing] = [steps.get(id), standings.get(id)];
  if (!before || !standing || (standing.isOver && standing.day === undefined))
    return { day: undefined, isOpen: false, follows: false };
  if (standing.day === undefined) return { day: undefined, isOpen: true, follows: false };
  const from = dayOf(standing, situation.today);
  const gap = gapOf(step, before, progress);
  if (gap === undefined) return { day: from, isOpen: false, follows: false };
  const counted = plusWorkingDays(situation.working, from, gap) ?? from;
  return { day: afterPauses(situation, from, counted), isOpen: false, follows: true };
};

const later = (one: Earliest, other: Earliest): Earliest => ({
  day: one.day === undefined ? other.day : Math.max(one.day, other.day ?? one.day),
  isOpen: one.isOpen || other.isOpen,
  follows: one.follows || other.follows,
});

export const earliestOf = (step: CadenceStep, progress: Progress): Earliest =>
  prerequisitesOf(step)
    .map((id) => after(step, id, progress))
    .reduce(later, { day: undefined, isOpen: false, follows: false });

/** Never in the past: what was not begun in time is begun today, and what comes after it keeps its distance. */
export const notBeforeToday = (target: Day, step: CadenceStep, progress: Progress): Day => {
  const { situation } = progress;
  const { today, working } = situation;
  if (!isElastic(step) || step.repeats) return Math.max(target, today);
  const lag = progress.lag.get(step.anchor) ?? 0;
  const behind = plusWorkingDays(working, target, lag) ?? target;
  const day = afterPauses(situation, target, behind);
  if (day >= today) return day;
  const next = onOrAfter(working, today) ?? today;
  progress.lag.set(step.anchor, Math.max(lag, activeDays(situation, target, next)));
  return next;
};
