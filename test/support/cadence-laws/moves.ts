import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CadenceStep } from '../../../server/cadences/index.ts';
import { prerequisitesOf } from '../../../server/cadences/index.ts';
import { type Day, type Happened, type Situation } from '../../../server/touchpoints/schedule/index.ts';
import { isElastic, targetOf } from '../../../server/touchpoints/schedule/targets.ts';
import { rankOf } from '../../../server/touchpoints/schedule/working-days.ts';
import { type Case, cases } from '../situation-arbitraries.ts';
import { law } from './law.ts';
import { earliestFor, happenedTo, isPlaced, seen, type Seen, type SeenStep, stepsOf } from './oracle.ts';

/** What is behind takes everything after it along, until a person says when it is to be. */
const isBehind = ({ situation, step, planned }: SeenStep): boolean =>
  isElastic(step) && !step.repeats && (targetOf(situation, step, planned.occurrence) ?? 0) < situation.today;

const withPin = (each: SeenStep, pinnedOn: Day): Happened[] => {
  const { stepId, occurrence } = each.planned;
  const known = happenedTo(each) ?? { stepId, occurrence, ended: undefined, committedOn: undefined };
  const others = each.situation.happened.filter((other) => other !== happenedTo(each));
  return [...others, { ...known, pinnedOn }];
};

/** A step that a person may put on another day, and the plan after that. */
const moved = ({ cadence, situation }: Case, choice: number, days: number) => {
  const before = seen({ cadence, situation: { ...situation, limits: [] } });
  const movable = stepsOf(before).filter((each) => isPlaced(each) && !isBehind(each));
  const chosen = movable[choice % Math.max(1, movable.length)];
  if (!chosen) return undefined;
  const { working } = situation;
  const day = working.days[rankOf(working, chosen.planned.dueOn ?? 0) + days] ?? 0;
  const after = seen({ cadence, situation: { ...before.situation, happened: withPin(chosen, day) } });
  return { before, after, chosen, day };
};

const dayIn = ({ plan }: Seen, { planned }: SeenStep): Day =>
  plan.find(({ stepId, occurrence }) => stepId === planned.stepId && occurrence === planned.occurrence)
    ?.dueOn ?? Infinity;

const follows = (step: CadenceStep, other: CadenceStep): boolean =>
  prerequisitesOf(step).includes(other.id) && step.anchor === other.anchor;

const moves = fc.tuple(cases, fc.nat(), fc.integer({ min: 1, max: 30 }));

/** Planned again on the same day, with the days that Tasks have by now. */
const committed = (all: Seen): Situation => ({
  ...all.situation,
  happened: [
    ...all.situation.happened.filter(({ ended }) => ended),
    ...stepsOf(all)
      .filter(({ planned }) => planned.state !== 'ended')
      .map((each) => ({
        ...{ stepId: each.planned.stepId, occurrence: each.planned.occurrence, ended: undefined },
        pinnedOn: happenedTo(each)?.pinnedOn,
        committedOn: each.planned.state === 'current' ? each.planned.dueOn : happenedTo(each)?.committedOn,
      })),
  ],
});

/** What a person moves. */
export const moveLaws = [
  law('what a person moves to a later day moves nothing else to an earlier one', moves, (drawn) => {
    const { before, after, chosen } = moved(...drawn) ?? {};
    if (!before || !after) return;
    for (const each of stepsOf(before)) {
      const was = each.planned.dueOn ?? Infinity;
      if (each.planned !== chosen?.planned) assert.ok(dayIn(after, each) >= was, each.step.id);
    }
  }),
  law('what waits for a moved step keeps at least its distance', moves, (drawn) => {
    const { after, chosen, day = 0 } = moved(...drawn) ?? {};
    if (!after || !chosen) return;
    for (const each of stepsOf(after).filter(
      (other) => isPlaced(other) && follows(other.step, chosen.step),
    )) {
      assert.ok((each.planned.dueOn ?? 0) >= (earliestFor(each) ?? 0), each.step.id);
      if (chosen.planned.occurrence === 0) assert.ok((each.planned.dueOn ?? 0) >= day, each.step.id);
    }
  }),
  law('planned again on the same day, with the Tasks that it has by now, nothing moves', cases, (drawn) => {
    const first = seen(drawn);
    const again = seen({ cadence: drawn.cadence, situation: committed(first) });
    assert.deepEqual(again.plan, first.plan);
  }),
];
