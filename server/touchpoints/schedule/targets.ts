import type { Anchor, CadenceStep } from '../../cadences/index.ts';
import { type Day, shifted } from './day-table.ts';
import { afterPauses } from './pauses.ts';
import type { Situation } from './types.ts';
import { onOrAfter, onOrBefore, plusWorkingDays } from './working-days.ts';

/** Dates that do not move because we were late. */
const fixed: ReadonlySet<Anchor> = new Set([
  'closeDate',
  'contractEnd',
  'assetEnd',
  'competitorTermEnd',
  'anniversary',
]);

export const isCountedBack = ({
  offsetBusinessDays = 0,
  offsetWeeks = 0,
  offsetMonths = 0,
}: CadenceStep): boolean => offsetBusinessDays < 0 || offsetWeeks < 0 || offsetMonths < 0;

/** Goes by what was done before, rather than by a date that stands. */
export const isElastic = (step: CadenceStep): boolean => !fixed.has(step.anchor) && !isCountedBack(step);

/** The anchor's day and the offset, for one occurrence, on a working day of the owner. */
const plainTarget = (
  { table, working, anchors }: Situation,
  step: CadenceStep,
  occurrence: number,
): Day | undefined => {
  const anchor = anchors.get(step.anchor);
  if (anchor === undefined) return undefined;
  const { offsetBusinessDays, offsetWeeks: weeks = 0, offsetMonths: months = 0, repeats } = step;
  const from = repeats ? shifted(table, anchor, { [repeats.unit]: repeats.every * occurrence }) : anchor;
  if (from === undefined) return undefined;
  if (offsetBusinessDays !== undefined) return plusWorkingDays(working, from, offsetBusinessDays);
  const day = shifted(table, from, { weeks, months });
  if (day === undefined) return undefined;
  return isCountedBack(step) ? onOrBefore(working, day) : onOrAfter(working, day);
};

/** The day that the definition means for one occurrence, before anything else is looked at. */
export const targetOf = (situation: Situation, step: CadenceStep, occurrence: number): Day | undefined => {
  const anchor = situation.anchors.get(step.anchor);
  const target = plainTarget(situation, step, occurrence);
  if (anchor === undefined || target === undefined) return undefined;
  return isElastic(step) ? afterPauses(situation, anchor, target) : target;
};
