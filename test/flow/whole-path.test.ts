import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { describeAccessibility } from './stories/accessibility.ts';
import { describeAccountPlan } from './stories/account-plan.ts';
import { describeChanges } from './stories/changes.ts';
import { describeDoor } from './stories/door.ts';
import { describeFirstPaint } from './stories/first-paint.ts';
import { describeKeyboard } from './stories/keyboard.ts';
import { describeReactions } from './stories/reactions.ts';
import { describeSetup, describeSetupOutage } from './stories/setup.ts';
import { describeSizes } from './stories/sizes.ts';
import { describeStates } from './stories/states.ts';
import { describeTouchpoints } from './stories/touchpoints.ts';
import { openWorld, type World } from './support/world.ts';

let opened: World | undefined;

const world = (): World => {
  if (!opened) throw new Error('The stack did not start.');
  return opened;
};

beforeAll(async () => {
  opened = await openWorld();
}, 120_000);

afterEach(async () => {
  await opened?.closePages();
});

afterAll(async () => {
  await opened?.close();
}, 30_000);

describe('the whole path, in a browser', () => {
  describeDoor(world);
  describeFirstPaint(world);
  describeChanges(world);
  describeReactions(world);
  describeTouchpoints(world);
  describeAccountPlan(world);
  describeSizes(world);
  describeKeyboard(world);
  describeAccessibility(world);
  describeSetup(world);

  it('no page threw an error or ran into its security policy', () => {
    expect(world().complaints).toEqual([]);
  });

  /** Last: they stop the service. */
  describeStates(world);
  describeSetupOutage(world);
});
