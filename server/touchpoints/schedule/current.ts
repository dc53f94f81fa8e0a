import { isReady, type Progress } from './progress.ts';
import type { Planned } from './types.ts';
import { rankOf } from './working-days.ts';

const first = (one: Planned | undefined, other: Planned): Planned =>
  one && (one.dueOn ?? 0) <= (other.dueOn ?? 0) ? one : other;

/** What is due within the set number of working days, and the next step always, once nothing has to happen before. */
export const withCurrent = (
  plan: readonly Planned[],
  { situation, steps, standings }: Progress,
): Planned[] => {
  const { working, today, taskBusinessDays } = situation;
  const ready = plan.filter((each) => {
    const step = steps.get(each.stepId);
    return each.state === 'planned' && step && isReady(step, standings);
  });
  const next = ready.reduce<Planned | undefined>(first, undefined);
  const isSoon = ({ dueOn = 0 }: Planned): boolean =>
    rankOf(working, dueOn) - rankOf(working, today) <= taskBusinessDays;
  const current = new Set(ready.filter((each) => each === next || isSoon(each)));
  return plan.map((each) => (current.has(each) ? { ...each, state: 'current' } : each));
};
