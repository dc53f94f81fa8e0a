import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Anchor } from '../../../server/cadences/index.ts';
import {
  type Day,
  type Planned,
  planEnrollment,
  type Situation,
} from '../../../server/touchpoints/schedule/index.ts';
import { rankOf } from '../../../server/touchpoints/schedule/working-days.ts';
import { elasticCadences, evenCadences } from '../cadence-arbitraries.ts';
import { casesOf } from '../situation-arbitraries.ts';
import { law } from './law.ts';

/** Nothing but the distances decides on days: any hour will do, and contacts can be written to at any time. */
const unhindered = (situation: Situation): Situation => ({
  ...situation,
  limits: [],
  onHold: undefined,
  happened: situation.happened
    .map((each) => ({ ...each, pinnedOn: undefined, committedOn: undefined }))
    .filter(({ ended }) => ended),
  circumstances: (stepId) => ({
    ...situation.circumstances(stepId),
    possible: situation.working,
    instantOn: () => 'any',
  }),
});

/** What offsets count from lies before the pause: the day of a delivery does not move because we paused. */
const begunBefore = (from: Situation['anchors'], today: Day): Situation['anchors'] =>
  new Map([...from].map(([anchor, day]): [Anchor, Day] => [anchor, Math.min(day, today)]));

const paused = fc
  .tuple(casesOf(elasticCadences), fc.integer({ min: 0, max: 120 }))
  .map(([{ cadence, situation: drawn }, length]) => {
    const plain = unhindered(drawn);
    const situation = { ...plain, anchors: begunBefore(plain.anchors, plain.today) };
    const to = situation.today + length;
    const pauses = [...situation.pauses, { from: situation.today, to }];
    return { cadence, before: situation, after: { ...situation, today: to, pauses } };
  });

const afterwards = ({ state, stepId, dueOn }: Planned, { working }: Situation, lost: number) => ({
  ...{ state, stepId },
  rank: dueOn === undefined ? undefined : rankOf(working, dueOn) + (state === 'ended' ? 0 : lost),
});

const lostOf = ({ working, today }: Situation, { today: to }: Situation): number =>
  rankOf(working, to) - rankOf(working, today);

const entered = (day: Day): Situation['anchors'] => new Map<Anchor, Day>([['stageEntry', day]]);

/** By how many working days each step moved. */
const shiftsOf = ({ working }: Situation, one: readonly Planned[], other: readonly Planned[]): number[] =>
  one.flatMap(({ dueOn }, at) => {
    const later = other[at]?.dueOn;
    return dueOn === undefined || later === undefined
      ? []
      : [rankOf(working, later) - rankOf(working, dueOn)];
  });

/** Distances after a pause are those of the plan that there would have been without it. */
export const pauseLaws = [
  law(
    'after a pause of any length everything is later by its working days: nothing piles up',
    paused,
    ({ cadence, before, after }) => {
      const lost = lostOf(before, after);
      assert.deepEqual(
        planEnrollment(cadence, after).map((each) => afterwards(each, after, 0)),
        planEnrollment(cadence, before).map((each) => afterwards(each, before, lost)),
      );
    },
  ),
  law(
    'steps that nobody began keep their distances, however long ago they were due',
    fc.tuple(casesOf(evenCadences), fc.integer({ min: 0, max: 200 })),
    ([{ cadence, situation }, days]) => {
      const { today } = situation;
      const begun = { ...unhindered(situation), happened: [], pauses: [], anchors: entered(today) };
      const shifts = shiftsOf(
        begun,
        planEnrollment(cadence, begun),
        planEnrollment(cadence, { ...begun, today: today + days }),
      );
      assert.ok(new Set(shifts).size <= 1, shifts.join());
    },
  ),
];
