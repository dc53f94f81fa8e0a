import assert from 'node:assert/strict';
import { prerequisitesOf } from '../../../server/cadences/index.ts';
import { cases } from '../situation-arbitraries.ts';
import { law } from './law.ts';
import {
  earliestFor,
  happenedTo,
  isPinned,
  isTooOften,
  seen,
  type SeenStep,
  standingOf,
  stepsOf,
} from './oracle.ts';

const ofDone = (each: SeenStep): string[] => {
  const ended = happenedTo(each)?.ended;
  if (ended?.how !== 'done') return [];
  const isEarly = prerequisitesOf(each.step).some((id) => {
    const { isOver, day = 0 } = standingOf(each, id);
    return !isOver || day > ended.on;
  });
  return isEarly ? ['beforeDependency'] : [];
};

const ofPinned = (each: SeenStep): string[] => {
  const { planned, situation } = each;
  const day = planned.dueOn ?? 0;
  const { possible, instantOn } = situation.circumstances(planned.stepId);
  const isClosed = possible.open[day] !== 1;
  return [
    ...(day < (earliestFor(each) ?? 0) ? ['beforeDependency'] : []),
    ...(isClosed ? ['closedDay'] : []),
    ...(!isClosed && instantOn(day) === undefined ? ['outsideHours'] : []),
    ...(isTooOften(each, day) ? ['overBudget'] : []),
  ];
};

const violatedBy = (each: SeenStep): string[] => {
  if (each.planned.state === 'ended') return ofDone(each);
  return isPinned(each) && each.planned.dueOn !== undefined ? ofPinned(each) : [];
};

/** What is violated is said, and nothing else is. */
export const violationLaws = [
  law('what a done or pinned step violates is named once each, and nothing else is', cases, (drawn) => {
    for (const each of stepsOf(seen(drawn))) {
      assert.deepEqual(
        each.planned.conflicts.map(({ code }) => code),
        violatedBy(each),
        each.planned.stepId,
      );
    }
  }),
];
