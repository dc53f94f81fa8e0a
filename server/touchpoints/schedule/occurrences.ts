import type { CadenceStep } from '../../cadences/index.ts';
import { targetOf } from './targets.ts';
import type { Happened, Situation } from './types.ts';

const happenedTo = ({ happened }: Situation, stepId: string): readonly Happened[] =>
  happened
    .filter((each) => each.stepId === stepId)
    .toSorted((one, other) => one.occurrence - other.occurrence);

/** What was missed is not made up for: the next occurrence that is still to come, at first as of the day it began. */
const upcoming = (situation: Situation, step: CadenceStep, from: number): number => {
  const { anchors, today } = situation;
  const since = from === 0 ? (anchors.get('stageEntry') ?? today) : today;
  const last = (step.repeats?.times ?? Number.MAX_SAFE_INTEGER) - 1;
  let occurrence = from;
  for (; occurrence < last; occurrence += 1) {
    const target = targetOf(situation, step, occurrence);
    if (target === undefined || target >= since) break;
  }
  return occurrence;
};

/** The ended occurrences of a step, and the one that is open; a step that does not repeat has one in all. */
export const occurrencesOf = (
  situation: Situation,
  step: CadenceStep,
): { ended: readonly Happened[]; open: Happened | undefined } => {
  const all = happenedTo(situation, step.id);
  const ended = all.filter((each) => each.ended);
  const open = all.find((each) => !each.ended);
  if (open) return { ended, open };
  const next = ended.length === 0 ? 0 : (ended.at(-1)?.occurrence ?? 0) + 1;
  const isOver = step.repeats ? next >= (step.repeats.times ?? Infinity) : next > 0;
  if (isOver) return { ended, open: undefined };
  const occurrence = step.repeats ? upcoming(situation, step, next) : 0;
  const fresh = {
    stepId: step.id,
    occurrence,
    ended: undefined,
    pinnedOn: undefined,
    committedOn: undefined,
  };
  return { ended, open: fresh };
};
