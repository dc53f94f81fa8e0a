import type { CadenceStep } from '../../cadences/index.ts';
import { type Branch, branchOf } from './branch.ts';
import type { Day } from './day-table.ts';
import { noteTouch, type Progress, type Standing } from './progress.ts';
import { isElastic, targetOf } from './targets.ts';
import type { Happened, Situation } from './types.ts';

/**
 * One that has a Task keeps the day that is over: it is overdue, and says so. Unless it goes by a date that has moved on since:
 * then it is not due yet.
 */
export const overdueDay = (
  { committedOn, occurrence }: Happened,
  step: CadenceStep,
  situation: Situation,
): Day | undefined => {
  const { today } = situation;
  if (committedOn === undefined || committedOn >= today) return undefined;
  const target = isElastic(step) ? undefined : targetOf(situation, step, occurrence);
  return target === undefined || target <= today ? committedOn : undefined;
};

/** As far as it can be told before anything has a day. */
const standingOf = (stepId: string, progress: Progress): Standing => {
  const all = progress.situation.happened.filter((each) => each.stepId === stepId && each.ended);
  const ended = all.toSorted((one, other) => one.occurrence - other.occurrence)[0]?.ended;
  const isOver = ended !== undefined || branchAhead(stepId, progress) === 'notTaken';
  const wasDone = ended?.how === 'done';
  return { isOver, day: undefined, wasDone, outcome: wasDone ? ended.outcome : undefined };
};

/** What its conditions and its branch say, which no day changes. */
const branchAhead = (stepId: string, progress: Progress): Branch['is'] => {
  const step = progress.steps.get(stepId);
  if (!step || progress.situation.circumstances(stepId).excluded) return 'notTaken';
  const standings = new Map(
    step.onlyIf.map((branch) => [branch.stepId, standingOf(branch.stepId, progress)]),
  );
  return branchOf(step, standings).is;
};

/** The day that an occurrence has whatever is planned. */
const givenDay = (each: Happened, progress: Progress): Day | undefined => {
  const { stepId, ended, pinnedOn } = each;
  if (ended) return ended.how === 'done' ? ended.on : undefined;
  const step = progress.steps.get(stepId);
  const day = pinnedOn ?? (step && overdueDay(each, step, progress.situation));
  if (day === undefined) return undefined;
  const branch = branchAhead(stepId, progress);
  const isHeld = branch === 'untold' || progress.targets.get(stepId) === undefined;
  return branch === 'notTaken' || (isHeld && pinnedOn === undefined) ? undefined : day;
};

/** Days that stand whatever is planned: done ones, those that a person chose, those that are overdue. */
export const noteGiven = (progress: Progress): void => {
  const { happened, circumstances } = progress.situation;
  for (const each of happened) noteTouch(progress, circumstances(each.stepId), givenDay(each, progress));
};
