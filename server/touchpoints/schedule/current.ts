import { isReady, type Progress } from './progress.ts';
import { isSoon } from './soon.ts';
import type { Planned } from './types.ts';

const sooner = (one: Planned | undefined, other: Planned): Planned =>
  one && (one.dueOn ?? 0) <= (other.dueOn ?? 0) ? one : other;

/**
 * What is due within the set number of working days, and the next step always, once nothing has to happen before. Where the
 * next step is held, the one after it is not drawn forward.
 */
export const withCurrent = (
  plan: readonly Planned[],
  { situation, steps, standings }: Progress,
): Planned[] => {
  const ready = plan.filter(({ stepId, state, dueOn }) => {
    const step = steps.get(stepId);
    const isOpen = state === 'planned' || (state === 'held' && dueOn !== undefined);
    return isOpen && step && isReady(step, standings);
  });
  const next = ready.reduce<Planned | undefined>(sooner, undefined);
  const current = new Set(
    ready.filter((each) => each.state === 'planned' && (each === next || isSoon(situation, each.dueOn ?? 0))),
  );
  return plan.map((each) => (current.has(each) ? { ...each, state: 'current' } : each));
};
