import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { scanTerms } from '../../../server/touchpoints/engine/scan-terms.ts';
import { cadenceInput } from '../../support/cadences.ts';
import { type Engine, engine } from './engine.ts';

const today = Temporal.Now.plainDateISO('UTC');

let world: Engine;

beforeAll(async () => {
  world = await engine();
  await world.publish({
    cadences: [
      cadenceInput({
        start: { on: 'stageEntry', stages: ['*:Qualification'] },
        steps: [
          { id: 'first', channel: 'call', window: { from: '00:00', to: '23:59' } },
          { id: 'second', channel: 'call', window: { from: '00:00', to: '23:59' }, offsetBusinessDays: 1 },
        ],
      }),
      cadenceInput({
        ...{ id: 'newcomer', start: { on: 'newStakeholder', roles: ['Economic Buyer'] } },
        steps: [{ id: 'welcome', channel: 'email', contact: { by: 'newcomer' } }],
      }),
      cadenceInput({
        ...{
          id: 'upgrade',
          sobject: 'Account',
          start: { on: 'termEnd', anchor: 'contractEnd', monthsBefore: 6 },
        },
        steps: [{ id: 'assess', anchor: 'contractEnd', offsetMonths: -3 }],
      }),
      cadenceInput({
        ...{ id: 'competitor', sobject: 'Account' },
        start: { on: 'termEnd', anchor: 'competitorTermEnd', monthsBefore: 6 },
        steps: [{ id: 'ask', anchor: 'competitorTermEnd', offsetMonths: -3 }],
      }),
    ],
    workingCalendars: [
      { id: 'default', workingDays: [1, 2, 3, 4, 5, 6, 7], hours: { from: '00:00', to: '23:59' } },
    ],
  });
});

afterAll(() => world.end());

const make = async (sobject: string, fields: Record<string, unknown>): Promise<string> =>
  (await world.rep.create(sobject, fields)).id ?? '';

const contact = (AccountId?: string) => make('Contact', { LastName: 'Brandt', AccountId });

const dealWith = async (contactId: string, fields: Record<string, unknown> = {}): Promise<string> => {
  const id = await world.deal(fields);
  await make('OpportunityContactRole', { OpportunityId: id, ContactId: contactId, IsPrimary: true });
  return id;
};

test('a contact hears from us no more often than agreed, whoever writes and on whichever deal', async () => {
  const helena = await contact();
  const one = await dealWith(helena);
  const other = await dealWith(helena);
  await world.settle();
  for (const id of [one, other])
    await world.rep.update('Opportunity', { Id: id, StageName: 'Qualification' });
  await world.settle();
  const all = [...(await world.touchpointsOf(one)), ...(await world.touchpointsOf(other))];
  expect(all.map(({ state }) => state)).toEqual(['current', 'current', 'held', 'held']);
  expect(all.map(({ reason }) => reason)).toEqual([null, null, 'contactBudget', 'contactBudget']);
});

test('a mail that a rep logged by themselves uses up the budget too', async () => {
  const helena = await contact();
  for (const Subject of ['Pricing', 'Follow-up'])
    await make('Task', {
      ...{
        Subject,
        WhoId: helena,
        TaskSubtype: 'Email',
        Status: 'Completed',
        ActivityDate: today.toString(),
      },
    });
  const id = await dealWith(helena, { StageName: 'Qualification' });
  await world.settle();
  expect((await world.touchpointsOf(id)).map(({ state }) => state)).toEqual(['held', 'held']);
});

/** A deal that somebody has joined days after it was made. */
const dealJoinedBy = async (contactId: string): Promise<string> => {
  const id = await world.deal({ StageName: 'Prospecting', CreatedDate: undefined });
  await world.settle();
  world.org.clock.skewBy(2 * 86_400);
  await make('OpportunityContactRole', { OpportunityId: id, ContactId: contactId, Role: 'Economic Buyer' });
  await world.settle();
  return id;
};

test('somebody who joins a running deal gets their own cadence, and what runs goes on', async () => {
  const id = await dealJoinedBy(await contact());
  expect(await world.enrollmentsOf(id)).toEqual([expect.objectContaining({ key: 'newcomer' })]);
  await world.settle();
  expect(await world.enrollmentsOf(id)).toHaveLength(1);
});

test('a mail that came back holds the mails to that person until the address is corrected', async () => {
  const cfo = await contact();
  const id = await dealJoinedBy(cfo);
  const inSalesforce = async (fields: object) => {
    await world.rep.update('Contact', { Id: cfo, ...fields });
    await world.settle();
    return (await world.touchpointsOf(id)).map(({ state, reason }) => [state, reason]);
  };
  expect(await inSalesforce({ EmailBouncedDate: new Date().toISOString() })).toEqual([
    ['held', 'addressBounced'],
  ]);
  expect(await inSalesforce({ EmailBouncedDate: null })).toEqual([['current', null]]);
});

test('a term that ends soon begins the cadence that counts back from it, once', async () => {
  const account = await make('Account', { Name: 'Brunner Logistik' });
  const contract = await make('Contract', {
    ...{ AccountId: account, Status: 'Draft', StartDate: today.toString(), ContractTerm: 4 },
  });
  await world.settle();
  expect(await world.enrollmentsOf(account)).toEqual([]);
  await world.rep.update('Contract', { Id: contract, Status: 'Activated' });
  await world.settle();
  expect((await world.touchpointsOf(account)).map(({ step, state }) => `${step} ${state}`)).toEqual([
    'assess current',
  ]);
  await world.rep.update('Account', { Id: account, Name: 'Brunner' });
  await world.settle();
  expect(await world.enrollmentsOf(account)).toHaveLength(1);
});

test('a term that comes near because time goes by begins its cadence; one that was near when the org was connected does not', async () => {
  const [soon, later] = [await make('Account', { Name: 'Soon' }), await make('Account', { Name: 'Later' })];
  await world.settle();
  for (const [account, months] of [
    [soon, 3],
    [later, 7],
  ] as const)
    await world.storage.store.inTenant(world.org.orgId, (tenant) =>
      sql`
        update mirror_account set "Inspire_Competitor_Term_End__c" = current_date + make_interval(months => ${months}::int)
        where "Id" = ${account}
      `.execute(tenant),
    );
  world.clock.now = new Date(Date.now() + 40 * 86_400_000);
  await scanTerms(world.parts, world.org.orgId);
  await scanTerms(world.parts, world.org.orgId);
  expect(await world.enrollmentsOf(soon)).toEqual([]);
  expect(await world.enrollmentsOf(later)).toEqual([expect.objectContaining({ key: 'competitor' })]);
  world.clock.now = new Date();
});

test('a reply pauses what runs on the deal, and it goes on by itself', async () => {
  const id = await dealWith(await contact(), { StageName: 'Qualification' });
  await world.settle();
  await make('EmailMessage', {
    RelatedToId: id,
    Incoming: true,
    Status: '1',
    MessageDate: new Date().toISOString(),
  });
  await world.settle();
  expect(await world.enrollmentsOf(id)).toEqual([
    expect.objectContaining({ state: 'paused', reason: 'customerReplied' }),
  ]);
  world.clock.now = new Date(Date.now() + 8 * 86_400_000);
  await world.settle();
  expect(await world.enrollmentsOf(id)).toEqual([expect.objectContaining({ state: 'active' })]);
  expect((await world.touchpointsOf(id)).every(({ due }) => due !== null && due >= today.toString())).toBe(
    true,
  );
  world.clock.now = new Date();
});

test('a meeting that was booked pauses what runs until it is over', async () => {
  const helena = await contact();
  const id = await dealWith(helena, { StageName: 'Qualification' });
  await world.settle();
  const at = today.add({ days: 3 }).toString();
  await make('Event', {
    ...{ Subject: 'Review', WhatId: id, WhoId: helena },
    ...{ StartDateTime: `${at}T09:00:00Z`, EndDateTime: `${at}T10:00:00Z` },
  });
  await world.settle();
  expect(await world.enrollmentsOf(id)).toEqual([
    expect.objectContaining({ state: 'paused', reason: 'meetingBooked' }),
  ]);
});

test('what belongs to somebody who left is held and says so', async () => {
  const profile = await world.rep.query('SELECT ProfileId FROM User LIMIT 1');
  const user = await make('User', {
    ...{
      LastName: 'Gone',
      Alias: 'gone',
      Email: 'gone@example.com',
      Username: `gone-${Date.now()}@example.com`,
    },
    ...{
      TimeZoneSidKey: 'Europe/Berlin',
      LocaleSidKey: 'de_DE',
      EmailEncodingKey: 'UTF-8',
      LanguageLocaleKey: 'de',
    },
    ProfileId: profile.records[0]?.['ProfileId'],
  });
  const id = await dealWith(await contact(), { StageName: 'Qualification', OwnerId: user });
  await world.settle();
  await world.rep.update('User', { Id: user, IsActive: false });
  await world.settle();
  expect((await world.touchpointsOf(id)).map(({ state, reason }) => [state, reason])).toEqual(
    Array(2).fill(['held', 'ownerMissing']),
  );
});
