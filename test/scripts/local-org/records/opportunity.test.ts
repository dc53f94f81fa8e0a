import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { Access } from '../../../../scripts/local-org/sharing/access.ts';
import { testOrg, type TestOrg } from '../support/org.ts';

let org: TestOrg;
let admin: Access;
let deal = '';

beforeAll(async () => {
  org = await testOrg();
  admin = await org.records.accessOf(org.adminId);
});
afterAll(() => org.end());

const create = async (object: string, fields: Record<string, unknown>): Promise<string> => {
  const [result] = await org.records.create(admin, object, [fields]);
  if (!result?.id) throw new Error(JSON.stringify(result?.errors));
  return result.id;
};
const change = async (fields: Record<string, unknown>): Promise<void> => {
  const [result] = await org.records.update(admin, 'Opportunity', [{ Id: deal, ...fields }]);
  expect(result?.errors).toEqual([]);
};
const plain = async (soql: string): Promise<Record<string, unknown>[]> =>
  (await org.records.query(admin, soql)).records.map(({ attributes: _attributes, ...rest }) => rest);
const read = async (fields: string): Promise<Record<string, unknown> | undefined> =>
  (await plain(`SELECT ${fields} FROM Opportunity WHERE Id = '${deal}'`))[0];
const history = (fields: string): Promise<Record<string, unknown>[]> =>
  plain(`SELECT ${fields} FROM OpportunityHistory WHERE OpportunityId = '${deal}' ORDER BY CreatedDate, Id`);

beforeEach(async () => {
  org.clock.moveTo(Temporal.Instant.from('2026-03-01T09:00:00Z'));
  deal = await create('Opportunity', {
    Name: 'Deal',
    StageName: 'Qualification',
    CloseDate: '2026-06-30',
    Amount: 1000,
  });
});

test('the stage decides whether a deal is closed or won, its probability and its forecast category', async () => {
  expect(
    await read('IsClosed, IsWon, Probability, ForecastCategory, ForecastCategoryName, ExpectedRevenue'),
  ).toEqual({
    IsClosed: false,
    IsWon: false,
    Probability: 10,
    ForecastCategory: 'Pipeline',
    ForecastCategoryName: 'Pipeline',
    ExpectedRevenue: 100,
  });
  await change({ StageName: 'Closed Won' });
  expect(await read('IsClosed, IsWon, Probability, ForecastCategory')).toEqual({
    IsClosed: true,
    IsWon: true,
    Probability: 100,
    ForecastCategory: 'Closed',
  });
});

test('a probability and a forecast category that are given stay', async () => {
  await change({ StageName: 'Negotiation/Review', Probability: 35, ForecastCategoryName: 'Commit' });
  expect(await read('Probability, ForecastCategory')).toEqual({
    Probability: 35,
    ForecastCategory: 'Forecast',
  });
});

test('a stage that is not in the list is taken, and the deal stays open', async () => {
  await change({ StageName: 'Our own stage' });
  expect(await read('StageName, IsClosed, Probability')).toEqual({
    StageName: 'Our own stage',
    IsClosed: false,
    Probability: 0,
  });
});

test('history has the deal as created and every change of stage, amount, probability or close date, at the time of the clock', async () => {
  org.clock.moveTo(Temporal.Instant.from('2026-03-05T10:00:00Z'));
  await change({ StageName: 'Proposal/Price Quote' });
  await change({ NextStep: 'no trace' });
  org.clock.moveTo(Temporal.Instant.from('2026-04-01T10:00:00Z'));
  await change({ Amount: 1500, CloseDate: '2026-08-31' });
  expect(
    await history(
      'StageName, Amount, Probability, CloseDate, PrevAmount, PrevCloseDate, ExpectedRevenue, CreatedDate',
    ),
  ).toEqual([
    {
      StageName: 'Qualification',
      Amount: 1000,
      Probability: 10,
      CloseDate: '2026-06-30',
      PrevAmount: null,
      PrevCloseDate: null,
      ExpectedRevenue: 100,
      CreatedDate: '2026-03-01T09:00:00.000+0000',
    },
    {
      StageName: 'Proposal/Price Quote',
      Amount: 1000,
      Probability: 75,
      CloseDate: '2026-06-30',
      PrevAmount: 1000,
      PrevCloseDate: '2026-06-30',
      ExpectedRevenue: 750,
      CreatedDate: '2026-03-05T10:00:00.000+0000',
    },
    {
      StageName: 'Proposal/Price Quote',
      Amount: 1500,
      Probability: 75,
      CloseDate: '2026-08-31',
      PrevAmount: 1000,
      PrevCloseDate: '2026-06-30',
      ExpectedRevenue: 1125,
      CreatedDate: '2026-04-01T10:00:00.000+0000',
    },
  ]);
});

test('a push into a later month is counted, within the month not', async () => {
  await change({ CloseDate: '2026-06-15' });
  await change({ CloseDate: '2026-07-15' });
  await change({ CloseDate: '2026-09-15' });
  expect(await read('PushCount, FiscalQuarter, Fiscal')).toEqual({
    PushCount: 2,
    FiscalQuarter: 3,
    Fiscal: '2026 3',
  });
});

test('products make the amount: their sum replaces it, a given one is ignored, and history has it', async () => {
  const product = await create('Product2', { Name: 'Sensor', ProductCode: 'S-1', IsActive: true });
  const [book] = await plain('SELECT Id FROM Pricebook2 WHERE IsStandard = true');
  const entry = await create('PricebookEntry', {
    Pricebook2Id: book?.['Id'],
    Product2Id: product,
    UnitPrice: 40,
    IsActive: true,
  });
  const line = await create('OpportunityLineItem', {
    OpportunityId: deal,
    PricebookEntryId: entry,
    Quantity: 3,
  });
  await create('OpportunityLineItem', {
    OpportunityId: deal,
    PricebookEntryId: entry,
    Quantity: 2,
    UnitPrice: 50,
    Discount: 10,
  });
  await change({ Amount: 5 });
  expect(await read('Amount, HasOpportunityLineItem, TotalOpportunityQuantity, Pricebook2Id')).toEqual({
    Amount: 210,
    HasOpportunityLineItem: true,
    TotalOpportunityQuantity: 5,
    Pricebook2Id: book?.['Id'],
  });
  expect(
    await plain(
      `SELECT Name, ListPrice, UnitPrice, TotalPrice, Product2.Name, ProductCode FROM OpportunityLineItem WHERE Id = '${line}'`,
    ),
  ).toMatchObject([
    {
      Name: 'Deal Sensor',
      ListPrice: 40,
      UnitPrice: 40,
      TotalPrice: 120,
      Product2: { Name: 'Sensor' },
      ProductCode: 'S-1',
    },
  ]);
  await org.records.remove(admin, 'OpportunityLineItem', [line]);
  expect((await history('Amount')).map(({ Amount }) => Amount)).toEqual([1000, 120, 210, 90]);
});

test('one contact role is primary: the last that was made so', async () => {
  const [first, second] = [
    await create('Contact', { LastName: 'First' }),
    await create('Contact', { LastName: 'Second' }),
  ];
  const role = await create('OpportunityContactRole', {
    OpportunityId: deal,
    ContactId: first,
    IsPrimary: true,
  });
  await create('OpportunityContactRole', { OpportunityId: deal, ContactId: second, IsPrimary: true });
  expect(await plain(`SELECT IsPrimary FROM OpportunityContactRole WHERE Id = '${role}'`)).toEqual([
    { IsPrimary: false },
  ]);
  expect(await read('ContactId')).toEqual({ ContactId: second });
});

test('deleting a deal takes its history and roles along; queryAll still finds them', async () => {
  await create('OpportunityContactRole', {
    OpportunityId: deal,
    ContactId: await create('Contact', { LastName: 'Any' }),
  });
  await org.records.remove(admin, 'Opportunity', [deal]);
  expect(await history('Id')).toEqual([]);
  for (const object of ['OpportunityHistory', 'OpportunityContactRole']) {
    const soql = `SELECT IsDeleted FROM ${object} WHERE OpportunityId = '${deal}'`;
    const { records } = await org.records.query(admin, soql, { withDeleted: true });
    expect(records).toMatchObject([{ IsDeleted: true }]);
  }
});
