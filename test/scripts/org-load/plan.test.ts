import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Deal } from '../../../scripts/org-load/clean/index.ts';
import {
  type Day,
  planDeals,
  type Stored,
  type StoredDeal,
  type Target,
} from '../../../scripts/org-load/plan.ts';

const asOf = '2017-12-31';
const day = fc
  .integer({ min: 0, max: 420 })
  .map((days) => Temporal.PlainDate.from('2016-10-01').add({ days }));
const stage = fc.constantFrom('Prospecting' as const, 'Engaging' as const, 'Won' as const, 'Lost' as const);

const aDeal = fc
  .record({ stage, engage: day, span: fc.nat(40), value: fc.nat(9000) })
  .map(({ stage: deal_stage, engage, span, value }): Omit<Deal, 'opportunity_id'> => {
    const isClosed = deal_stage === 'Won' || deal_stage === 'Lost';
    return {
      file: 'sales_pipeline.csv',
      line: 2,
      sales_agent: 'A',
      product: 'P',
      account: '',
      deal_stage,
      engage_date: deal_stage === 'Prospecting' ? null : engage,
      close_date: isClosed ? engage.add({ days: span }) : null,
      close_value: deal_stage === 'Won' ? value : deal_stage === 'Lost' ? 0 : null,
    };
  });
const someDeals = fc
  .array(aDeal, { maxLength: 12 })
  .map((list) => list.map((deal, index): Deal => ({ ...deal, opportunity_id: `D${index}` })));

const target: Target = {
  name: 'N',
  ownerId: '005',
  accountId: null,
  pricebookEntryId: '01u',
  listPrice: 550,
};
const withTarget = (deals: readonly Deal[]): { deal: Deal; target: Target }[] =>
  deals.map((deal) => ({ deal, target }));
const nothing: Stored = { deals: new Map(), prices: new Map() };

/** What the org has after these days: the amount is what the product costs, as the org works it out. */
function after(days: readonly Day[], before: Stored = nothing): Stored {
  const deals = new Map(before.deals);
  const prices = new Map(before.prices);
  for (const { prices: changed, deals: written, products } of days) {
    for (const row of written) {
      const key = String(row['Source_Key__c']);
      const blank: StoredDeal = {
        StageName: '',
        CloseDate: '',
        Amount: null,
        Name: '',
        OwnerId: '',
        AccountId: null,
      };
      deals.set(key, { ...blank, ...deals.get(key), ...row });
    }
    for (const row of [...changed, ...products]) {
      const key = String(row['Source_Key__c']);
      prices.set(key, Number(row['UnitPrice']));
    }
    for (const [key, price] of prices) {
      const deal = deals.get(key);
      if (deal) deals.set(key, { ...deal, Amount: price });
    }
  }
  return { deals, prices };
}

describe('a plan', () => {
  it('leaves nothing to write once it is written', () => {
    fc.assert(
      fc.property(someDeals, (deals) => {
        const stored = after(planDeals(withTarget(deals), nothing, asOf));
        expect(planDeals(withTarget(deals), stored, asOf)).toEqual([]);
      }),
    );
  });

  it('goes on where a load was cut off', () => {
    fc.assert(
      fc.property(someDeals, fc.nat(20), (deals, cut) => {
        const days = planDeals(withTarget(deals), nothing, asOf);
        const half = after(days.slice(0, cut));
        const rest = planDeals(withTarget(deals), half, asOf);
        expect(after(rest, half)).toEqual(after(days));
        expect(rest.length).toBeLessThanOrEqual(Math.max(0, days.length - cut));
      }),
    );
  });

  it('is in order of time', () => {
    fc.assert(
      fc.property(someDeals, (deals) => {
        const days = planDeals(withTarget(deals), nothing, asOf).map(({ on }) => on ?? '');
        expect(days).toEqual([...days].sort());
        expect(new Set(days).size).toBe(days.length);
      }),
    );
  });

  it('shows at most the stages that the dates show', () => {
    fc.assert(
      fc.property(someDeals, (deals) => {
        const days = planDeals(withTarget(deals), nothing, asOf);
        for (const deal of deals) {
          const rows = days.flatMap(({ on, deals: rows_ }) =>
            rows_
              .filter((row) => row['Source_Key__c'] === deal.opportunity_id)
              .map((row) => [on, row['StageName']]),
          );
          const isBegun = deal.engage_date && !(deal.close_date && deal.engage_date.equals(deal.close_date));
          const shown = [
            ...(isBegun ? [[deal.engage_date?.toString(), 'Engaging']] : []),
            ...(deal.close_date ? [[deal.close_date.toString(), deal.deal_stage]] : []),
          ];
          expect(rows).toEqual(deal.engage_date === null ? [[asOf, 'Prospecting']] : shown);
          expect(rows.at(-1)?.[1]).toBe(deal.deal_stage);
        }
      }),
    );
  });

  it('changes today what the file says differently of a deal that is there', () => {
    const deal: Deal = {
      file: 'sales_pipeline.csv',
      line: 2,
      opportunity_id: 'D1',
      sales_agent: 'A',
      product: 'P',
      account: '',
      deal_stage: 'Engaging',
      engage_date: Temporal.PlainDate.from('2017-01-02'),
      close_date: null,
      close_value: null,
    };
    const stored = after(planDeals([{ deal, target }], nothing, asOf));
    const moved = planDeals([{ deal, target: { ...target, ownerId: '006' } }], stored, asOf);
    expect(moved).toEqual([
      { on: null, prices: [], deals: [{ Source_Key__c: 'D1', OwnerId: '006' }], products: [] },
    ]);
  });
});
