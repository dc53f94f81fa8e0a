import { describe, expect, test } from '@jest/globals';
import { daysOf, workingBut } from '../../../support/planning.ts';

describe('offsets', () => {
  test('nought is the day itself, or the next working day; one is the first working day after it', () => {
    const steps = [
      { id: 'now', offsetBusinessDays: 0 },
      { id: 'next', offsetBusinessDays: 1 },
    ];
    expect(daysOf({ steps })).toEqual(['now 2026-11-16', 'next 2026-11-17']);
    const saturday = { stageEntry: '2026-11-21' };
    expect(daysOf({ steps, anchors: saturday })).toEqual(['now 2026-11-23', 'next 2026-11-23']);
  });

  test('working days skip weekends and holidays', () => {
    const steps = [{ id: 'later', offsetBusinessDays: 5 }];
    expect(daysOf({ steps })).toEqual(['later 2026-11-23']);
    expect(daysOf({ steps, working: workingBut('2026-11-18') })).toEqual(['later 2026-11-24']);
  });

  test('weeks and months keep to the calendar; what falls on a weekend comes on the Monday', () => {
    const steps = [
      { id: 'weeks', offsetWeeks: 2 },
      { id: 'month', offsetMonths: 3 },
    ];
    expect(daysOf({ steps, anchors: { stageEntry: '2026-11-20' } })).toEqual([
      'weeks 2026-12-04',
      'month 2027-02-22',
    ]);
  });

  test('a month that has no such day has its last one', () => {
    const steps = [{ id: 'month', offsetMonths: 1, anchor: 'delivery' as const }];
    expect(daysOf({ steps, anchors: { delivery: '2027-01-31' } })).toEqual(['month 2027-03-01']);
  });
});

describe('what is counted back', () => {
  const steps = [
    { id: 'early', anchor: 'contractEnd' as const, offsetMonths: -2 },
    { id: 'late', anchor: 'contractEnd' as const, offsetBusinessDays: -1 },
  ];

  test('comes before the weekend rather than after it', () => {
    expect(daysOf({ steps, anchors: { contractEnd: '2027-02-14' } })).toEqual([
      'early 2026-12-14',
      'late 2027-02-12',
    ]);
    expect(daysOf({ steps: steps.slice(0, 1), anchors: { contractEnd: '2027-02-20' } })).toEqual([
      'early 2026-12-18',
    ]);
  });

  test('comes today if its day is over, as long as what it is counted from is not', () => {
    expect(daysOf({ steps, anchors: { contractEnd: '2026-11-27' } })).toEqual([
      'early 2026-11-16',
      'late 2026-11-26',
    ]);
  });

  test('has no day any more once what it is counted from is over', () => {
    expect(daysOf({ steps, anchors: { contractEnd: '2026-11-13' } })).toEqual([
      'early noFeasibleDay',
      'late noFeasibleDay',
    ]);
  });

  test('is held as long as nobody knows what it is counted from', () => {
    expect(daysOf({ steps })).toEqual(['early anchorUnknown contractEnd', 'late anchorUnknown contractEnd']);
  });
});

describe('repeats', () => {
  const steps = [{ id: 'review', offsetWeeks: 0, repeats: { every: 2, unit: 'weeks' as const, times: 4 } }];

  test('the next one is planned when one has ended', () => {
    const happened = { review: { done: '2026-11-16' } };
    expect(daysOf({ steps, happened, today: '2026-11-17' })).toEqual([
      'review 2026-11-16',
      'review 2026-11-30',
    ]);
  });

  test('what was missed is not made up for', () => {
    const happened = { review: { done: '2026-11-16' } };
    expect(daysOf({ steps, happened, today: '2026-12-15' })).toEqual([
      'review 2026-11-16',
      'review 2026-12-28',
    ]);
  });

  test('after the last one there is none', () => {
    const happened = { review: [0, 1, 2, 3].map((occurrence) => ({ occurrence, done: '2026-11-16' })) };
    expect(daysOf({ steps, happened })).toHaveLength(4);
  });
});
