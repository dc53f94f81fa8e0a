import { expect, test } from '@jest/globals';
import { isRoomy } from '../../../scripts/stack/show-progress.ts';

test.each([
  { terminal: {}, roomy: true, why: 'no terminal: the output has no size' },
  { terminal: { columns: 80, rows: 24 }, roomy: true, why: 'an ordinary terminal' },
  { terminal: { columns: 0, rows: 0 }, roomy: false, why: 'a terminal without a size' },
  { terminal: { columns: 20, rows: 24 }, roomy: false, why: 'too narrow for a line' },
  { terminal: { columns: 80, rows: 6 }, roomy: false, why: 'too low for all steps' },
])('lines change in place: $roomy for $why', ({ terminal, roomy }) => {
  expect(isRoomy(terminal)).toBe(roomy);
});
