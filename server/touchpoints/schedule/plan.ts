import { type Cadence, type CadenceStep, prerequisitesOf } from '../../cadences/index.ts';
import { conflictsOfDone } from './conflicts.ts';
import { withCurrent } from './current.ts';
import { noteGiven } from './given.ts';
import { occurrencesOf } from './occurrences.ts';
import { planOpen } from './open-step.ts';
import { type Progress, standingOf } from './progress.ts';
import { targetOf } from './targets.ts';
import type { Happened, Planned, Situation } from './types.ts';

const orders = new WeakMap<Cadence, readonly CadenceStep[]>();

/** Steps so that each comes after what it waits for, otherwise as defined. Cycles were refused when it was saved. */
const inOrder = (cadence: Cadence): readonly CadenceStep[] => {
  const known = orders.get(cadence);
  if (known) return known;
  const order: CadenceStep[] = [];
  const rest = new Map(cadence.steps.map((step) => [step.id, step]));
  while (rest.size > 0) {
    const isNext = (step: CadenceStep): boolean => !prerequisitesOf(step).some((id) => rest.has(id));
    const next = rest.values().find(isNext);
    if (!next) throw new RangeError(`Steps of the cadence "${cadence.id}" wait for each other.`);
    order.push(next);
    rest.delete(next.id);
  }
  orders.set(cadence, order);
  return order;
};

const begin = (cadence: Cadence, situation: Situation): Progress => ({
  ...{ situation, standings: new Map(), own: new Map(), lag: new Map() },
  steps: new Map(cadence.steps.map((step) => [step.id, step])),
  targets: new Map(cadence.steps.map((step) => [step.id, targetOf(situation, step, 0)])),
});

const endedAs = ({ stepId, occurrence, ended }: Happened, conflicts: Planned['conflicts']): Planned => ({
  ...{ stepId, occurrence, state: 'ended', dueOn: ended?.on, at: undefined, reason: undefined, conflicts },
});

/** What waits for a step that repeats waits for its first time. */
const planStep = (step: CadenceStep, progress: Progress): Planned[] => {
  const { ended, open } = occurrencesOf(progress.situation, step);
  const plan = ended.map((each) => endedAs(each, conflictsOfDone(each, step, progress)));
  const circumstances = progress.situation.circumstances(step.id);
  if (open) plan.push(planOpen({ open, step, circumstances, progress }));
  const [first] = plan;
  if (first) progress.standings.set(step.id, standingOf(first, ended[0]));
  return plan;
};

/**
 * Where every step of an enrolment stands: a pure function of the definition, what happened, calendars and the day. What
 * is done stands, then what a person pinned; then steps keep to what they wait for, to open days and hours, and to the
 * contact's budget, in this order. What is violated involves a pinned or a done step and is named; without a feasible day a
 * step is held and says why. In the order of the definition, ended occurrences before the open one.
 */
export const planEnrollment = (cadence: Cadence, situation: Situation): Planned[] => {
  const progress = begin(cadence, situation);
  noteGiven(progress);
  const plans = new Map(inOrder(cadence).map((step) => [step.id, planStep(step, progress)]));
  const plan = cadence.steps.flatMap(({ id }) => plans.get(id) ?? []);
  return withCurrent(plan, progress);
};
