import { expect, test } from '@jest/globals';
import { aDeal, anItem, ask } from '../../../support/matching.ts';

const value = (key: string, label: string, person?: { about: string; title?: string }) => ({
  value: key,
  label,
  readFromText: person !== undefined,
  ...person,
});

const deal = aDeal({
  buyerRole: [
    value('champion', 'Champion', { about: 'Tom' }),
    value('economicBuyer', 'Economic buyer', { about: 'Helena', title: 'CFO' }),
    value('economicBuyer', 'Economic buyer', { about: 'Ute', title: 'Treasurer' }),
  ],
  stage: [value('*:Negotiation/Review', 'Negotiation/Review')],
  industry: [value('finance', 'Banking')],
});

const reasonsOf = (tags: Parameters<typeof anItem>[1]) =>
  ask({ items: [anItem('one', tags)] }, deal).items[0]?.reasons;

test('most specific first, with the words people use: Helena, CFO, the stage, the industry', () => {
  const tags = { industry: ['finance'], stage: ['*:negotiation/review'], buyerRole: ['ECONOMICBUYER'] };
  expect(reasonsOf({ tags })).toEqual([
    { code: 'buyerRole', values: ['Helena', 'CFO'] },
    { code: 'stage', values: ['Negotiation/Review'] },
    { code: 'industry', values: ['Banking'] },
  ]);
});

test('the first person who fits is named; without a title by their role', () => {
  expect(reasonsOf({ tags: { buyerRole: ['economicBuyer', 'champion'] } })).toEqual([
    { code: 'buyerRole', values: ['Tom', 'Champion'] },
  ]);
});

test('a role that is nobody in particular is named alone', () => {
  const items = [anItem('one', { tags: { buyerRole: ['champion'] } })];
  expect(ask({ items }, aDeal({ buyerRole: ['champion'] })).items[0]?.reasons).toEqual([
    { code: 'buyerRoleInvolved', values: ['champion'] },
  ]);
});

test('what is not known is no reason', () => {
  expect(reasonsOf({ tags: { product: ['Lift'] } })).toEqual([{ code: 'fitsEveryDeal', values: [] }]);
});
