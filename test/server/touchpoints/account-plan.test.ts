import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { accountPlanSchema } from '../../../server/touchpoints/showing/account-plan.ts';
import { anAccount, anOpportunity, rows } from '../../support/records.ts';
import { readAs, startService, type TestService } from '../../support/service.ts';
import { salesforceId, type TestOrg } from '../../support/signed-call.ts';

const monday = new Date('2026-11-16T09:00:00Z');
const clock = { now: monday };

let service: TestService;
let org: TestOrg;

beforeAll(async () => {
  service = await startService({ now: () => clock.now });
  org = await service.addOrg();
});

beforeEach(() => {
  clock.now = monday;
});

afterAll(() => service.close());

const ask = (facts: object) =>
  service.call(org, { path: '/v1/touchpoints/account', body: { facts, input: {} }, now: clock.now });

const account = (fields: object = {}) => ({ record: anAccount({ Id: salesforceId('001'), ...fields }) });

const planOf = async (facts: object) => readAs(accountPlanSchema, await ask(facts));

const datesOf = async (facts: object) =>
  Object.fromEntries((await planOf(facts)).dates.map(({ anchor, on }) => [anchor, on]));

/** A deal of the account that was won on a day. */
const won = (CloseDate: string) => ({ Opportunities: rows({ IsWon: true, CloseDate }) });

test('what is not known stands in its place, without a day', async () => {
  const facts = account();
  expect(await planOf(facts)).toEqual({
    recordId: facts.record['Id'],
    today: '2026-11-16',
    dates: [
      { anchor: 'contractEnd' },
      { anchor: 'assetEnd' },
      { anchor: 'competitorTermEnd' },
      { anchor: 'anniversary' },
    ],
    mayAct: false,
  });
});

test('the end of a competitor’s term is what the account says, also when it is over', async () => {
  const facts = account({ Inspire_Competitor_Term_End__c: '2026-10-01' });
  expect(await datesOf(facts)).toMatchObject({ competitorTermEnd: '2026-10-01' });
});

test.each([
  ['2023-11-16', '2026-11-16'],
  ['2023-11-15', '2027-11-15'],
  ['2023-12-24', '2026-12-24'],
  ['2024-02-29', '2027-02-28'],
])('the anniversary of a deal won on %s is next on %s', async (wonOn, on) => {
  expect(await datesOf(account(won(wonOn)))).toMatchObject({ anniversary: on });
});

test('in a leap year the anniversary is on the leap day again', async () => {
  clock.now = new Date('2028-01-10T09:00:00Z');
  expect(await datesOf(account(won('2024-02-29')))).toMatchObject({ anniversary: '2028-02-29' });
});

test('who may change the account may act on its plan', async () => {
  const access = { edit: true, createTask: true };
  expect(await planOf({ ...account(), access })).toMatchObject({ mayAct: true });
});

test('an opportunity has no account plan, and says where there is one', async () => {
  const { status, body } = await ask({ record: anOpportunity({ Id: salesforceId('006') }) });
  expect([status, body]).toEqual([
    400,
    expect.objectContaining({ code: 'recordUnsupported', remedy: 'Use this panel on Account pages.' }),
  ]);
});

test('without a record there is nothing to plan', async () => {
  expect((await ask({})).body).toEqual(expect.objectContaining({ code: 'recordMissing' }));
});

test('ends of contracts and products are those that the viewer sees; a product of which they may not know whose it is ends nothing', async () => {
  const terms = (...assets: object[]) =>
    account({
      Contracts: rows({ EndDate: '2027-02-28' }),
      Assets: rows(...assets.map((each) => ({ ...each }))),
    });
  const [ours, theirs] = [
    { UsageEndDate: '2027-03-01', IsCompetitorProduct: false },
    { UsageEndDate: '2027-01-01', IsCompetitorProduct: true },
  ];
  expect(await datesOf(terms(theirs, ours))).toMatchObject({
    ...{ contractEnd: '2027-02-28', assetEnd: '2027-03-01', competitorTermEnd: '2027-01-01' },
  });
  const { assetEnd, competitorTermEnd } = await datesOf(terms({ UsageEndDate: '2027-01-01' }));
  expect([assetEnd, competitorTermEnd]).toEqual([undefined, undefined]);
});
