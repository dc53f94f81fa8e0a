import { expect, test } from '@jest/globals';
import { daysOf } from '../../../support/planning.ts';

const steps = [
  { id: 'call', offsetBusinessDays: 0 },
  { id: 'mail', offsetBusinessDays: 2, dependsOn: ['call'] },
  { id: 'meet', offsetBusinessDays: 4 },
];

const pauses = [{ from: '2026-11-17', to: '2026-11-30' }];

test('a pause between two steps adds its working days to their distance', () => {
  const happened = { call: { done: '2026-11-16' } };
  expect(daysOf({ steps, pauses, happened, today: '2026-11-30' })).toEqual([
    ...['call 2026-11-16', 'mail 2026-12-01', 'meet 2026-12-03'],
  ]);
});

test('a step that was overdue when the pause began does not add the pause twice', () => {
  expect(daysOf({ steps, pauses, today: '2026-11-30' })).toEqual([
    ...['call 2026-11-30', 'mail 2026-12-02', 'meet 2026-12-04'],
  ]);
});

test('a step that was done after the pause leaves the next one at its own distance', () => {
  const happened = { call: { done: '2026-11-30' } };
  expect(daysOf({ steps, pauses, happened, today: '2026-11-30' })[1]).toBe('mail 2026-12-02');
});

test('a pause that was over before the delivery moves nothing that is counted from the delivery', () => {
  const anchored = [{ id: 'ask', anchor: 'delivery' as const, offsetBusinessDays: 1 }];
  const anchors = { delivery: '2026-12-09' };
  expect(daysOf({ steps: anchored, pauses, anchors, today: '2026-12-01' })).toEqual(['ask 2026-12-10']);
});

test('a date that stands does not move because the cadence was paused', () => {
  const anchored = [{ id: 'close', anchor: 'closeDate' as const, offsetBusinessDays: -2 }];
  const anchors = { closeDate: '2026-12-09' };
  expect(daysOf({ steps: anchored, pauses, anchors, today: '2026-11-30' })).toEqual(['close 2026-12-07']);
});
