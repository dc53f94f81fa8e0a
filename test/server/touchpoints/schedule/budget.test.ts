import { describe, expect, test } from '@jest/globals';
import { fitsBudget } from '../../../../server/touchpoints/schedule/budget.ts';
import { daysOf } from '../../../support/planning.ts';

const limits = [{ outbound: 2, businessDays: 5 }];
const helena = { budgetOf: 'helena' };

const touches = [
  { on: '2026-11-12', by: 'Jonas Weber' },
  { on: '2026-11-13', by: 'Mia Roth' },
];

describe('a contact who has heard enough', () => {
  test('is left alone until the budget is free, and whoever wrote last is named', () => {
    expect(daysOf({ steps: [{ id: 'mail' }], limits, touches, circumstances: { mail: helena } })).toEqual([
      'mail 2026-11-19 contactBudget 2026-11-19 Mia Roth 2026-11-13',
    ]);
  });

  test('has steps moved that are still to come, without a word', () => {
    const steps = ['one', 'two', 'three'].map((id, at) => ({ id, offsetBusinessDays: at }));
    const circumstances = Object.fromEntries(steps.map(({ id }) => [id, helena]));
    expect(daysOf({ steps, limits, circumstances })).toEqual([
      ...['one 2026-11-16', 'two 2026-11-17', 'three 2026-11-23'],
    ]);
  });

  test('hears from us where a person put it, and that is said', () => {
    const happened = { mail: { pinned: '2026-11-16' } };
    expect(
      daysOf({ steps: [{ id: 'mail' }], limits, touches, happened, circumstances: { mail: helena } }),
    ).toEqual(['mail 2026-11-16 overBudget 2026-11-16']);
  });

  test('is asked for nothing by a step whose branch was not taken, even if a person had moved it', () => {
    const steps = [
      { id: 'call' },
      { id: 'yes', onlyIf: [{ stepId: 'call', outcome: 'positive' as const }] },
      { id: 'mail' },
    ];
    const happened = {
      call: { done: '2026-11-13', outcome: 'negative' as const },
      yes: { pinned: '2026-11-16' },
    };
    const circumstances = { yes: helena, mail: helena };
    const once = [{ outbound: 1, businessDays: 5 }];
    expect(daysOf({ steps, limits: once, happened, circumstances }).at(-1)).toBe('mail 2026-11-16');
  });

  test('still expects what is overdue', () => {
    const steps = [{ id: 'first' }, { id: 'second', offsetBusinessDays: 1 }];
    const happened = { first: { committed: '2026-11-16' } };
    const circumstances = { first: helena, second: helena };
    const once = [{ outbound: 1, businessDays: 5 }];
    const all = { steps, limits: once, happened, circumstances, today: '2026-11-17' };
    expect(daysOf(all)[0]).toBe('first 2026-11-16');
    expect(daysOf(all)[1]).toMatch(/^second 2026-11-23/);
  });
});

test('what others did too often stops only what would make it more', () => {
  expect(fitsBudget(limits, [1, 1, 1], 4)).toBe(false);
  expect(fitsBudget(limits, [1, 1, 1], 6)).toBe(true);
  expect(fitsBudget(limits, [6, 12], 10)).toBe(true);
  expect(fitsBudget(limits, [8, 12], 10)).toBe(false);
});
