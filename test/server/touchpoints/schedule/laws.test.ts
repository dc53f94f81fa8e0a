import { describe, expect, test } from '@jest/globals';
import { scheduleLaws } from '../../../support/cadence-laws/index.ts';

const runs = 200;

describe('for every cadence, calendar, clock and history', () => {
  test.each(scheduleLaws)('$name', ({ tryOn }) => {
    expect(tryOn(runs)).toBe(runs);
  });
});
