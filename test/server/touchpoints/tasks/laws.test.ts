import { describe, expect, test } from '@jest/globals';
import { taskLaws } from '../../../support/cadence-laws/index.ts';

const runs = 200;

describe('for every set of states that Salesforce gives', () => {
  test.each(taskLaws)('$name', ({ tryOn }) => {
    expect(tryOn(runs)).toBe(runs);
  });
});
