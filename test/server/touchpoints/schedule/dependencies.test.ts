import { describe, expect, test } from '@jest/globals';
import { daysOf, planOf } from '../../../support/planning.ts';

const chain = [
  { id: 'call', offsetBusinessDays: 0 },
  { id: 'mail', offsetBusinessDays: 2, dependsOn: ['call'] },
  { id: 'meet', offsetBusinessDays: 4, dependsOn: ['mail'] },
];

describe('what waits for a step', () => {
  test('keeps its distance when that was done later than meant', () => {
    const happened = { call: { done: '2026-11-18' } };
    expect(daysOf({ steps: chain, happened, today: '2026-11-18' })).toEqual([
      ...['call 2026-11-18', 'mail 2026-11-20', 'meet 2026-11-24'],
    ]);
  });

  test('moves along when a person moves it', () => {
    const happened = { mail: { pinned: '2026-11-25' } };
    expect(daysOf({ steps: chain, happened })).toEqual([
      ...['call 2026-11-16', 'mail 2026-11-25', 'meet 2026-11-27'],
    ]);
  });

  test('waits on while that is overdue', () => {
    const happened = { call: { committed: '2026-11-16' } };
    expect(daysOf({ steps: chain, happened, today: '2026-11-19' })).toEqual([
      ...['call 2026-11-16', 'mail 2026-11-23', 'meet 2026-11-25'],
    ]);
  });

  test('is said to be before it where a person put it there', () => {
    const happened = { meet: { pinned: '2026-11-17' } };
    expect(daysOf({ steps: chain, happened })).toEqual([
      ...['call 2026-11-16', 'mail 2026-11-18', 'meet 2026-11-17 beforeDependency 2026-11-20'],
    ]);
  });

  test('says so where it was done before', () => {
    const happened = { mail: { done: '2026-11-16' } };
    expect(daysOf({ steps: chain, happened }).slice(0, 2)).toEqual([
      ...['call 2026-11-16', 'mail 2026-11-16 beforeDependency 2026-11-16'],
    ]);
  });
});

describe('what was not begun in time', () => {
  const loose = chain.map((step) => ({ ...step, dependsOn: [] }));

  test('begins today, and what comes after keeps its distance', () => {
    for (const steps of [chain, loose]) {
      expect(daysOf({ steps, today: '2026-12-07' })).toEqual([
        ...['call 2026-12-07', 'mail 2026-12-09', 'meet 2026-12-11'],
      ]);
    }
  });

  test('does not move what goes by a date that stands', () => {
    const steps = [...loose, { id: 'close', anchor: 'closeDate' as const, offsetBusinessDays: 0 }];
    expect(daysOf({ steps, today: '2026-12-07', anchors: { closeDate: '2026-12-08' } }).at(-1)).toBe(
      'close 2026-12-08',
    );
  });
});

describe('a branch', () => {
  const steps = [
    { id: 'call' },
    { id: 'yes', offsetBusinessDays: 1, onlyIf: [{ stepId: 'call', outcome: 'positive' as const }] },
    { id: 'no', offsetBusinessDays: 1, onlyIf: [{ stepId: 'call', outcome: 'negative' as const }] },
  ];
  const after = (call: object) => daysOf({ steps, happened: { call: { done: '2026-11-16', ...call } } });

  test('is taken if the step before it ended so, and only then', () => {
    expect(after({ outcome: 'positive' })).toEqual([
      ...['call 2026-11-16', 'yes 2026-11-17', 'no branchNotTaken'],
    ]);
  });

  test('is held as long as nobody has said how the step before it went', () => {
    expect(after({})).toEqual(['call 2026-11-16', 'yes outcomeUnknown call', 'no outcomeUnknown call']);
  });

  test('is not taken if the step before it was skipped', () => {
    expect(daysOf({ steps, happened: { call: { skipped: '2026-11-16' } } })).toEqual([
      ...['call 2026-11-16', 'yes branchNotTaken', 'no branchNotTaken'],
    ]);
  });

  test('is planned both ways before that, and is no Task yet', () => {
    expect(planOf({ steps }).map(({ state }) => state)).toEqual(['current', 'planned', 'planned']);
  });
});
