import type { CadenceStep } from '../../cadences/index.ts';
import { branchOf } from './branch.ts';
import { conflictsOfPinned } from './conflicts.ts';
import { dateOf, type Day } from './day-table.ts';
import { earliestOf, notBeforeToday } from './earliest.ts';
import { overdueDay } from './given.ts';
import { place } from './place.ts';
import { noteTouch, type Progress, reasonOf } from './progress.ts';
import { isSoon } from './soon.ts';
import { isCountedBack, targetOf } from './targets.ts';
import type { Happened, Planned, Reason, Situation, StepCircumstances } from './types.ts';

/** An occurrence that has not ended, and what its day depends on. */
interface Open {
  open: Happened;
  step: CadenceStep;
  circumstances: StepCircumstances;
  progress: Progress;
}

const named = ({ stepId, occurrence }: Happened) => ({ stepId, occurrence, at: undefined, conflicts: [] });

const without = ({ open }: Open, state: 'notTaken' | 'held', why: Reason): Planned => ({
  ...{ ...named(open), state, dueOn: undefined, reason: why },
});

const on = ({ open, circumstances }: Open, day: Day, held = circumstances.obstacle): Planned => ({
  ...named(open),
  ...{ state: held ? 'held' : 'planned', dueOn: day, at: circumstances.instantOn(day), reason: held },
});

/** Free again on that day; the last touch before says who it was, never on which deal. */
const budgetReason = (
  { table, touches }: Situation,
  { budgetOf = '' }: StepCircumstances,
  free: Day,
): Reason => {
  const last = touches(budgetOf).findLast(({ day }) => day < free);
  return reasonOf('contactBudget', dateOf(table, free), ...(last ? [last.by, dateOf(table, last.day)] : []));
};

const placed = (each: Open, from: Day): Planned => {
  const { step, circumstances, progress } = each;
  const { situation } = progress;
  const deadline = isCountedBack(step) ? situation.anchors.get(step.anchor) : undefined;
  const { day, withoutBudget, reason } = place(situation, circumstances, progress.own, { from, deadline });
  if (day === undefined) return without(each, 'held', reason ?? reasonOf('noFeasibleDay'));
  noteTouch(progress, circumstances, day);
  const budget =
    withoutBudget !== undefined && isSoon(situation, withoutBudget)
      ? budgetReason(situation, circumstances, day)
      : undefined;
  return on(each, day, circumstances.obstacle ?? budget);
};

/** A touchpoint that a person put on a day stays there; what that violates is named. */
const pinned = (each: Open, day: Day): Planned => {
  const { step, circumstances, progress } = each;
  const earliest = earliestOf(step, progress).day;
  return { ...on(each, day), conflicts: conflictsOfPinned(day, earliest, circumstances, progress) };
};

const planned = (each: Open): Planned => {
  const { open, step, progress } = each;
  const target = targetOf(progress.situation, step, open.occurrence);
  if (target === undefined) return without(each, 'held', reasonOf('anchorUnknown', step.anchor));
  const earliest = earliestOf(step, progress);
  const own = earliest.follows ? 0 : notBeforeToday(target, step, progress);
  const late = overdueDay(open, step, progress.situation);
  if (late !== undefined) return on(each, late);
  if (earliest.isOpen) return without(each, 'held', reasonOf('waitsForHeld'));
  return placed(each, Math.max(own, earliest.day ?? 0, progress.situation.today));
};

/** Where an occurrence stands that has not ended. */
export const planOpen = (each: Open): Planned => {
  const { open, step, circumstances, progress } = each;
  const { onHold } = progress.situation;
  if (circumstances.excluded) return without(each, 'notTaken', reasonOf('conditionsNotMet'));
  const branch = branchOf(step, progress.standings);
  if (branch.is === 'notTaken') return without(each, 'notTaken', reasonOf('branchNotTaken'));
  if (onHold) return without(each, 'held', onHold);
  if (open.pinnedOn !== undefined) return pinned(each, open.pinnedOn);
  if (branch.is === 'untold') return without(each, 'held', reasonOf('outcomeUnknown', branch.stepId));
  return planned(each);
};
