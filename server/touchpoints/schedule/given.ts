import { branchOf } from './branch.ts';
import type { Day } from './day-table.ts';
import { noteTouch, type Progress, type Standing } from './progress.ts';
import type { Happened, Situation } from './types.ts';

/** One that has a Task keeps the day that is over: it is overdue, and says so. */
export const overdueDay = (
  { committedOn }: Happened,
  { today }: Pick<Situation, 'today'>,
): Day | undefined => (committedOn !== undefined && committedOn < today ? committedOn : undefined);

const givenDay = (each: Happened, situation: Situation): Day | undefined => {
  const { ended, pinnedOn } = each;
  if (ended) return ended.how === 'done' ? ended.on : undefined;
  return pinnedOn ?? overdueDay(each, situation);
};

/** As far as it can be told before anything has a day. */
const standingOf = (stepId: string, progress: Progress): Standing => {
  const all = progress.situation.happened.filter((each) => each.stepId === stepId && each.ended);
  const ended = all.toSorted((one, other) => one.occurrence - other.occurrence)[0]?.ended;
  const isOver = ended !== undefined || isNotTaken(stepId, progress);
  const wasDone = ended?.how === 'done';
  return { isOver, day: undefined, wasDone, outcome: wasDone ? ended.outcome : undefined };
};

/** Its conditions or its branch say no, which no day changes. */
const isNotTaken = (stepId: string, progress: Progress): boolean => {
  const step = progress.steps.get(stepId);
  if (!step) return false;
  if (progress.situation.circumstances(stepId).excluded) return true;
  const standings = new Map(
    step.onlyIf.map((branch) => [branch.stepId, standingOf(branch.stepId, progress)]),
  );
  return branchOf(step, standings).is === 'notTaken';
};

/** Days that stand whatever is planned: done ones, those that a person chose, those that are overdue. */
export const noteGiven = (progress: Progress): void => {
  const { situation } = progress;
  for (const each of situation.happened) {
    const day = givenDay(each, situation);
    if (day === undefined || (!each.ended && isNotTaken(each.stepId, progress))) continue;
    noteTouch(progress, situation.circumstances(each.stepId), day);
  }
};
