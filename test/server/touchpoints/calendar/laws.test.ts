import { describe, expect, test } from '@jest/globals';
import { hourLaws } from '../../../support/cadence-laws/index.ts';

const runs = 200;

describe('for every calendar, clock and zone', () => {
  test.each(hourLaws)('$name', ({ tryOn }) => {
    expect(tryOn(runs)).toBe(runs);
  });
});
