import { fitsBudget } from './budget.ts';
import type { Day } from './day-table.ts';
import type { Reason, Situation, StepCircumstances } from './types.ts';
import { isOpen, rankOf } from './working-days.ts';

/** Touches of one contact that this plan itself adds or has added. */
export type OwnTouches = ReadonlyMap<string, readonly Day[]>;

/** Days that are looked at for one step; more than a year of obstacles is no plan. */
const searchedDays = 400;

export const isOverBudget = (
  situation: Situation,
  { budgetOf }: StepCircumstances,
  own: OwnTouches,
  day: Day,
): boolean => {
  if (budgetOf === undefined) return false;
  const { working, limits, touches } = situation;
  const days = [...touches(budgetOf).map((touch) => touch.day), ...(own.get(budgetOf) ?? [])];
  const ranks = days.map((each) => rankOf(working, each));
  return !fitsBudget(limits, ranks, rankOf(working, day));
};

/** Closed days and hours, which no plan of ours overrides. */
export const isPossible = ({ possible, instantOn }: StepCircumstances, day: Day): boolean =>
  isOpen(possible, day) && instantOn(day) !== undefined;

export interface Placed {
  /** Undefined if there is no feasible day. */
  day: Day | undefined;
  /** The day that it would have but for the contact budget, if that moved it. */
  withoutBudget: Day | undefined;
  reason: Reason | undefined;
}

const noDay = (possible: boolean): Reason => ({
  code: possible ? 'noDayInBudget' : 'noFeasibleDay',
  values: [],
});

/** The first day on or after `from` on which everything fits, and not after `deadline`. */
export const place = (
  situation: Situation,
  circumstances: StepCircumstances,
  own: OwnTouches,
  { from, deadline }: { from: Day; deadline: Day | undefined },
): Placed => {
  const end = Math.min(deadline ?? Infinity, from + searchedDays, situation.table.dates.length - 1);
  let withoutBudget: Day | undefined;
  for (let day = from; day <= end; day += 1) {
    if (!isPossible(circumstances, day)) continue;
    if (!isOverBudget(situation, circumstances, own, day)) return { day, withoutBudget, reason: undefined };
    withoutBudget ??= day;
  }
  return { day: undefined, withoutBudget, reason: noDay(withoutBudget !== undefined) };
};
