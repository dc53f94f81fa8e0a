import assert from 'node:assert/strict';
import { cadenceFaults, prerequisitesOf } from '../../../server/cadences/index.ts';
import { planEnrollment } from '../../../server/touchpoints/schedule/index.ts';
import { cadences } from '../cadence-arbitraries.ts';
import { cases } from '../situation-arbitraries.ts';
import { law } from './law.ts';
import {
  earliestFor,
  happenedTo,
  isOverdue,
  isPinned,
  isPlaced,
  isTooOften,
  seen,
  type SeenStep,
  standingOf,
  stepsOf,
} from './oracle.ts';

const forEach = (name: string, applies: (each: SeenStep) => boolean, check: (each: SeenStep) => void) =>
  law(name, cases, (drawn) => stepsOf(seen(drawn)).filter(applies).forEach(check));

const goesOn = ({ situation, planned }: SeenStep): boolean =>
  !situation.onHold && planned.state !== 'notTaken';

const isReady = (each: SeenStep): boolean =>
  prerequisitesOf(each.step).every((id) => standingOf(each, id).isOver);

const isOpenOnADay = ({ planned: { state, dueOn } }: SeenStep): boolean =>
  state !== 'ended' && dueOn !== undefined;

const byDay = ({ planned }: SeenStep, other: SeenStep | undefined): number =>
  (planned.dueOn ?? 0) - (other?.planned.dueOn ?? 0);

/** Where steps may be, by what counts most first. */
export const placeLaws = [
  law('a drawn cadence is one that a publication takes', cadences, (cadence) =>
    assert.deepEqual(cadenceFaults(cadence), []),
  ),
  law('what has ended stays as it is', cases, (drawn) => {
    const { plan } = seen(drawn);
    const ended = drawn.situation.happened.filter((each) => each.ended);
    const shown = plan.filter(({ state }) => state === 'ended');
    const byName = (one: string, other: string): number => (one < other ? -1 : 1);
    assert.deepEqual(
      shown.map(({ stepId, occurrence, dueOn }) => `${stepId} ${occurrence} ${dueOn}`).sort(byName),
      ended.map(({ stepId, occurrence, ended: end }) => `${stepId} ${occurrence} ${end?.on}`).sort(byName),
    );
  }),
  forEach(
    'a touchpoint that a person put on a day stays there as long as it is to happen and the cadence goes on',
    (each) => isPinned(each) && goesOn(each),
    (each) => assert.equal(each.planned.dueOn, happenedTo(each)?.pinnedOn),
  ),
  forEach(
    'a touchpoint with a Task whose day is over stays on that day unless it has to wait for an answer',
    (each) => isOverdue(each) && goesOn(each) && each.planned.dueOn !== undefined,
    (each) => assert.equal(each.planned.dueOn, happenedTo(each)?.committedOn),
  ),
  forEach('what has no Task yet is never in the past', isPlaced, ({ planned, situation }) =>
    assert.ok((planned.dueOn ?? 0) >= situation.today),
  ),
  forEach('nothing is due before what it waits for, and it keeps the distance', isPlaced, (each) =>
    assert.ok((each.planned.dueOn ?? 0) >= (earliestFor(each) ?? 0)),
  ),
  forEach(
    'the planner puts steps only on days that are open, at hours that both have',
    isPlaced,
    ({ planned, situation }) => {
      const { possible, instantOn } = situation.circumstances(planned.stepId);
      assert.equal(possible.open[planned.dueOn ?? 0], 1);
      assert.notEqual(planned.at, undefined);
      assert.equal(planned.at, instantOn(planned.dueOn ?? 0));
    },
  ),
  forEach('the planner never uses up more of a contact than the budget', isPlaced, (each) =>
    assert.equal(isTooOften(each, each.planned.dueOn ?? 0), false),
  ),
  forEach(
    'a step without a day says why',
    ({ planned }) => planned.dueOn === undefined,
    ({ planned }) => {
      assert.ok(planned.state === 'held' || planned.state === 'notTaken');
      assert.match(planned.reason?.code ?? '', /^[a-zA-Z]+$/);
    },
  ),
  law('every step of the definition has its place in the plan, in the same order', cases, (drawn) => {
    const ids = seen(drawn).plan.map(({ stepId }) => stepId);
    assert.deepEqual(
      [...new Set(ids)],
      drawn.cadence.steps.map(({ id }) => id),
    );
  }),
  law('the first step that nothing has to happen before is a Task now, unless it is held', cases, (drawn) => {
    const ready = stepsOf(seen(drawn)).filter((each) => isOpenOnADay(each) && isReady(each));
    const [next] = ready.toSorted(byDay);
    const first = ready.filter((each) => byDay(each, next) === 0);
    assert.ok(first.length === 0 || first.some(({ planned: { state } }) => state !== 'planned'));
  }),
  forEach(
    'nothing that waits for another step is a Task yet',
    ({ planned }) => planned.state === 'current',
    (each) => assert.ok(isReady(each)),
  ),
  law('the same is planned for the same', cases, ({ cadence, situation }) => {
    const another = { ...cadence, steps: cadence.steps.map((step) => ({ ...step })) };
    assert.deepEqual(planEnrollment(another, situation), planEnrollment(cadence, situation));
  }),
];
