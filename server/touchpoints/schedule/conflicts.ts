import { type CadenceStep, prerequisitesOf } from '../../cadences/index.ts';
import { dateOf, type Day } from './day-table.ts';
import { isOverBudget, isPossible } from './place.ts';
import { type Progress, reasonOf } from './progress.ts';
import type { Happened, Reason, StepCircumstances } from './types.ts';
import { isOpen } from './working-days.ts';

/** Its own touch was noted before anything was placed. */
const withoutOwn = (own: Progress['own'], { budgetOf }: StepCircumstances, day: Day): Progress['own'] => {
  const days = [...(own.get(budgetOf ?? '') ?? [])];
  const at = days.indexOf(day);
  return budgetOf === undefined || at < 0 ? own : new Map([...own, [budgetOf, days.toSpliced(at, 1)]]);
};

/** What the day violates that a person chose. */
export const conflictsOfPinned = (
  day: Day,
  earliest: Day | undefined,
  circumstances: StepCircumstances,
  { situation, own }: Progress,
): Reason[] => {
  const on = dateOf(situation.table, day);
  const isClosed = !isOpen(circumstances.possible, day);
  const others = withoutOwn(own, circumstances, day);
  return [
    ...(earliest !== undefined && day < earliest
      ? [reasonOf('beforeDependency', dateOf(situation.table, earliest))]
      : []),
    ...(isClosed ? [reasonOf('closedDay', on)] : []),
    ...(!isClosed && !isPossible(circumstances, day) ? [reasonOf('outsideHours', on)] : []),
    ...(isOverBudget(situation, circumstances, others, day) ? [reasonOf('overBudget', on)] : []),
  ];
};

/** Done before what it waits for was: a fact, and said. */
export const conflictsOfDone = (
  { ended }: Happened,
  step: CadenceStep,
  { standings, situation }: Progress,
): Reason[] => {
  if (ended?.how !== 'done') return [];
  const before = prerequisitesOf(step).map((id) => standings.get(id));
  const late = before.find((each) => each && (!each.isOver || (each.day ?? ended.on) > ended.on));
  if (!late) return [];
  return [
    reasonOf('beforeDependency', ...(late.day === undefined ? [] : [dateOf(situation.table, late.day)])),
  ];
};
