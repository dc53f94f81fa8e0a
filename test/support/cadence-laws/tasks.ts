import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isOver, type Touchpoint } from '../../../server/touchpoints/enrollments/rows.ts';
import { followTask } from '../../../server/touchpoints/tasks/follow-task.ts';
import {
  isClosedThere,
  type SeenTask,
  settled,
  type TaskState,
  wasReopened,
  withState,
} from '../../../server/touchpoints/tasks/seen-task.ts';
import { aTouchpoint, aWantedTask } from '../touchpoints.ts';
import { law } from './law.ts';

const second = fc.integer({ min: 10, max: 16 }).map((each) => `2026-11-16T09:00:${each}.000Z`);
const day = fc.constantFrom('2026-11-16', '2026-11-17', '2026-11-18', null);

/** Few seconds, so that states of one second meet. */
const state: fc.Arbitrary<TaskState> = fc.record(
  {
    Id: fc.constantFrom('00T000000000001AAA', '00T000000000002AAA'),
    modifiedAt: second,
    IsDeleted: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.boolean()),
    IsClosed: fc.boolean(),
    OwnerId: fc.constantFrom('005000000000001AAA', '005000000000002AAA', null),
    ActivityDate: day,
    completedOn: day,
  },
  { noNullPrototype: true },
);

const states = fc.array(state, { minLength: 1, maxLength: 7 });

/** The same states in another order, some of them more than once. */
const twoWays = states.chain((all) =>
  fc.tuple(
    fc.constant(all),
    fc
      .tuple(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 }),
      )
      .map(([shuffled, again]) =>
        again.reduce<TaskState[]>((so, [from, to]) => {
          const twice = so[from % so.length];
          return twice ? so.toSpliced(to % so.length, 0, twice) : so;
        }, shuffled),
      ),
  ),
);

const joined = (all: readonly TaskState[], from: SeenTask | null = null): SeenTask | null =>
  all.reduce<SeenTask | null>(withState, from);

const verdict = (seen: SeenTask | null) => seen && [isClosedThere(seen), wasReopened(seen)];

const touchpoints: fc.Arbitrary<Touchpoint> = fc
  .record({
    state: fc.constantFrom('current', 'planned', 'held', 'done', 'skipped', 'cancelled', 'notTaken'),
    task: fc.option(fc.record({ ActivityDate: day, cancelled: fc.boolean(), days: fc.array(day) })),
  })
  .map(({ task, ...rest }) => aTouchpoint({ ...rest, task: task && aWantedTask(task) }));

const afterEach = (touchpoint: Touchpoint, all: readonly TaskState[]): Touchpoint =>
  all.reduce((so, each) => followTask(so, withState(so.task_seen, each)), touchpoint);

const open = aTouchpoint({ state: 'current', task: aWantedTask({ ActivityDate: '2026-11-16' }) });

/** Which of the open states it has is the planner's to say. */
const unplanned = (touchpoint: Touchpoint) => ({
  ...touchpoint,
  state: isOver(touchpoint) ? touchpoint.state : 'open',
});

/** What Salesforce says about a Task, in whatever order and however often it comes. */
export const taskLaws = [
  law('states give the same knowledge in any order and any number of times', twoWays, ([one, other]) =>
    assert.deepEqual(joined(other), joined(one)),
  ),
  law('what is known already adds nothing', states, (all) => {
    const seen = joined(all);
    assert.deepEqual(joined(all, seen), seen);
  }),
  law(
    'what somebody decided in the panel outlasts states from before, whatever their order',
    fc.tuple(states, twoWays),
    ([former, [one, other]]) => {
      const decided = settled(joined(former));
      assert.deepEqual(joined(other, decided), joined(one, decided));
      assert.deepEqual(verdict(joined(former, decided)), [false, false]);
    },
  ),
  law(
    'a touchpoint follows what is known and not the order in which it came',
    fc.tuple(touchpoints, twoWays),
    ([touchpoint, [one, other]]) => {
      const [first, second_] = [joined(one), joined(other)];
      if (!first || !second_) return;
      const followed = followTask(touchpoint, first);
      assert.deepEqual(followTask(touchpoint, second_), followed);
      assert.deepEqual(followTask(followed, first), followed);
    },
  ),
  law(
    'states one by one leave the same touchpoint, in any order and any number of times',
    twoWays,
    ([one, other]) => assert.deepEqual(unplanned(afterEach(open, other)), unplanned(afterEach(open, one))),
  ),
  law('a touchpoint is over exactly if its Task is closed or deleted', states, (all) => {
    const latest = joined(all)?.latest;
    assert.equal(isOver(afterEach(open, all)), latest?.IsClosed === true || latest?.IsDeleted === true);
  }),
];
