import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../../scripts/sample-data/calendar.ts';
import { lastDayOf } from '../../../scripts/sample-data/deals/cutoff.ts';
import { type Deal, winChance } from '../../../scripts/sample-data/deals/deal.ts';
import { OPEN_STAGES } from '../../../scripts/sample-data/deals/life.ts';
import { drawPipeline } from '../../../scripts/sample-data/deals/pipeline.ts';
import { generateSampleData, sellers } from '../../../scripts/sample-data/index.ts';
import type { Write } from '../../../scripts/sample-data/timeline.ts';
import { OUTLIER } from '../../../scripts/sample-data/world/team.ts';

const today = Temporal.PlainDate.from('2026-11-22');
const { deals } = drawPipeline(today);
const writes = generateSampleData(today);
const created = (sobject: string): Write[] =>
  writes.filter((write) => write.sobject === sobject && write.operation === 'create');
const share = <T>(list: readonly T[], holds: (value: T) => boolean): number =>
  list.filter(holds).length / list.length;
const decided = deals.filter(
  ({ life, account }) => !isBefore(lastDayOf(account.owner, today), life.decidedOn),
);
const pushes = ({ life }: Deal): number =>
  life.steps.filter(({ stage, closeDate }) => closeDate && !stage?.startsWith('Closed')).length;

describe('drawing', () => {
  it('gives the same records again', () => {
    expect(JSON.stringify(generateSampleData(today)) === JSON.stringify(writes)).toBe(true);
  });

  it('moves only dates when a day has passed', () => {
    const names = (list: readonly Write[]): unknown[] =>
      list
        .filter(({ sobject, operation }) => sobject === 'Account' && operation === 'create')
        .map(({ fields }) => fields['Name']);
    expect(names(generateSampleData(today.add({ days: 1 })))).toEqual(names(writes));
  });

  it('names no record that is not made, and nothing that happens after yesterday', () => {
    const made = new Set(writes.filter(({ operation }) => operation === 'create').map(({ key }) => key));
    const named = writes.flatMap(({ fields }) =>
      Object.values(fields).flatMap((value) => (typeof value === 'object' && value ? value.ref : [])),
    );
    expect(named.filter((key) => !made.has(key) && !key.startsWith('existing:'))).toEqual([]);
    const midnight = today.toZonedDateTime('UTC').toInstant();
    expect(writes.filter(({ at }) => Temporal.Instant.compare(at, midnight) >= 0)).toEqual([]);
  });
});

describe('the pipeline is what sellers know', () => {
  it('has 400 deals and a forgotten one on a duplicate account', () => {
    expect(created('Opportunity')).toHaveLength(401);
    const names = created('Account').map(({ fields }) =>
      typeof fields['Name'] === 'string' ? fields['Name'] : '',
    );
    expect(names.filter((name) => name.startsWith('Brunner Logistik'))).toHaveLength(2);
    expect(new Set(created('Opportunity').map(({ fields }) => fields['Name'])).size).toBe(401);
  });

  it('bunches close dates in the last week of a quarter', () => {
    const inLastWeek = ({ life }: Deal): boolean => {
      const { decidedOn } = life;
      return decidedOn.month % 3 === 0 && decidedOn.day > decidedOn.daysInMonth - 7;
    };
    expect(share(decided, inLastWeek)).toBeGreaterThan(0.25);
  });

  it('pushes a third of the deals once and some four times', () => {
    expect(share(decided, (deal) => pushes(deal) === 1)).toBeCloseTo(1 / 3, 0.9);
    expect(decided.filter((deal) => pushes(deal) === 4).length).toBeGreaterThan(0);
  });

  it('loses about 30 % of what is lost to no decision', () => {
    const lost = decided.filter(({ life }) => !life.won);
    const none = share(lost, ({ competitor }) => competitor === 'Doing nothing');
    expect(none).toBeGreaterThan(0.22);
    expect(none).toBeLessThan(0.38);
  });

  it('leaves a quarter of the deals without contact roles and half of the roles blank', () => {
    expect(share(deals, ({ participants }) => participants.length === 0)).toBeCloseTo(0.25, 1);
    expect(share(created('OpportunityContactRole'), ({ fields }) => fields['Role'] === null)).toBeCloseTo(
      0.5,
      1,
    );
  });

  it('jumps over stages and goes back', () => {
    const indexes = deals.map(({ life }) =>
      [life.firstStage, ...life.steps.flatMap(({ stage }) => stage ?? [])]
        .map((stage) => OPEN_STAGES.findIndex((name) => name === stage))
        .filter((index) => index >= 0),
    );
    const has = (test: (step: number) => boolean): number =>
      indexes.filter((path) => path.some((stage, index) => index > 0 && test(stage - (path[index - 1] ?? 0))))
        .length;
    expect(has((step) => step > 1)).toBeGreaterThan(100);
    expect(has((step) => step < 0)).toBeGreaterThan(20);
  });

  it('has amounts that are not round, in two currencies', () => {
    const amounts = created('Opportunity').map(({ fields }) => Number(fields['Amount'] ?? 1.5));
    expect(share(amounts, (amount) => amount % 1000 === 0)).toBeLessThan(0.02);
    expect(new Set(created('Opportunity').map(({ fields }) => fields['CurrencyIsoCode']))).toEqual(
      new Set(['EUR', 'GBP']),
    );
  });
});

describe('the team', () => {
  const chance = ({ type, account }: Deal): number =>
    winChance(type, account.owner === OUTLIER ? 'somebody else' : account.owner);
  /** How far a seller's wins are from what anybody would have won with these deals, in standard deviations. */
  const deviation = (seller: string): number => {
    const own = decided.filter(({ account }) => account.owner === seller);
    const expected = own.reduce((sum, deal) => sum + chance(deal), 0);
    const variance = own.reduce((sum, deal) => sum + chance(deal) * (1 - chance(deal)), 0);
    return (own.filter(({ life }) => life.won).length - expected) / Math.sqrt(variance);
  };
  const withDeals = [...Map.groupBy(decided, ({ account }) => account.owner).keys()];

  it('has one seller who differs from chance, and no other', () => {
    expect(deviation(OUTLIER)).toBeGreaterThan(2.5);
    const others = withDeals.filter((seller) => seller !== OUTLIER).map(deviation);
    // Upper 5 % of chi-squared with 12 degrees of freedom.
    expect(others).toHaveLength(12);
    expect(others.reduce((sum, z) => sum + z ** 2, 0)).toBeLessThan(21.03);
  });

  it('has one manager with two reports, one seller on leave, and one who left with open deals', () => {
    const reports = [...Map.groupBy(sellers, ({ manager }) => manager).values()].map((group) => group.length);
    expect(reports).toContain(2);
    expect(sellers.filter(({ onLeaveSince }) => onLeaveSince !== undefined)).toHaveLength(1);
    const gone = sellers.find(({ leftOn }) => leftOn !== undefined)?.key ?? '';
    const orphaned = deals.filter((deal) => deal.account.owner === gone && !decided.includes(deal));
    expect(orphaned.length).toBeGreaterThan(2);
  });

  it('writes nothing on a deal of somebody who is away', () => {
    for (const { key, leftOn, onLeaveSince } of sellers) {
      const since = leftOn ?? onLeaveSince;
      if (since === undefined) continue;
      const moment = today.subtract({ days: since }).toZonedDateTime('UTC').toInstant();
      const later = writes.filter(
        ({ by, at }) => by === `user:${key}` && Temporal.Instant.compare(at, moment) >= 0,
      );
      expect(later).toEqual([]);
    }
  });
});
