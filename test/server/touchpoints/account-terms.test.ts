import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { factsSchema } from '../../../server/http/facts.ts';
import { recordOf } from '../../../server/http/record.ts';
import { showAccountPlan } from '../../../server/touchpoints/showing/account-plan.ts';
import { readCurrentRecord } from '../../../server/touchpoints/showing/current-record.ts';
import { anAccount, rows } from '../../support/records.ts';
import { type Engine, engine } from './engine.ts';

const today = Temporal.Now.plainDateISO('UTC');
const inMonths = (months: number): string => today.add({ months }).toString();

let world: Engine;

beforeAll(async () => {
  world = await engine();
});

afterAll(() => world.end());

const make = async (sobject: string, fields: Record<string, unknown>): Promise<string> =>
  (await world.rep.create(sobject, fields)).id ?? '';

/** What Apex reads of an account: the package's own query, asked of the org. */
const factsOf = async (id: string): Promise<object> => {
  const metadata = "SELECT Query__c FROM Inspire_Record_Facts__mdt WHERE DeveloperName = 'Account'";
  const { records } = await world.rep.query<{ Query__c: string }>(metadata);
  const query = records[0]?.Query__c.replace(':recordId', `'${id}'`) ?? '';
  return (await world.rep.query(query)).records[0] ?? {};
};

const callWith = (record: object) => ({
  caller: {
    ...{ orgId: world.org.orgId, userId: world.org.adminId, permissions: ['Inspire_Use'] },
    ...{ tokenId: randomUUID(), tokenExpiresAt: new Date(Date.now() + 60_000) },
    ...{ locale: 'en_US', timeZone: 'UTC', packageVersion: '0.1' },
  },
  facts: factsSchema.parse({ record }),
  input: {},
  log: pino({ level: 'silent' }),
});

const configuration = { factSources: [], stageMap: [] };

const planOf = (record: object) =>
  showAccountPlan(callWith(record), {
    ...{ store: world.storage.store, now: () => world.clock.now },
    factConfigurationOf: () => Promise.resolve(configuration),
    contentFor: () => Promise.resolve(() => []),
  });

const monthsOf = async (record: object) =>
  (await planOf(record)).dates.map(({ anchor, on }) => [anchor, on?.slice(0, 7)]);

const accountWithTerms = async (): Promise<string> => {
  const AccountId = await make('Account', { Name: 'Brunner Logistik' });
  for (const ContractTerm of [9, 4]) {
    const StartDate = today.toString();
    const Id = await make('Contract', { AccountId, Status: 'Draft', StartDate, ContractTerm });
    await world.rep.update('Contract', { Id, Status: 'Activated' });
  }
  await make('Contract', { AccountId, Status: 'Draft', StartDate: today.toString(), ContractTerm: 1 });
  await make('Asset', { AccountId, Name: 'Old', UsageEndDate: inMonths(-1) });
  await make('Asset', { AccountId, Name: 'Fleet', UsageEndDate: inMonths(7) });
  await make('Asset', { AccountId, Name: 'Theirs', UsageEndDate: inMonths(5), IsCompetitorProduct: true });
  await world.settle();
  return AccountId;
};

test('of contracts and products the next end counts, and a competitor’s product ends the competitor’s term', async () => {
  const account = await accountWithTerms();
  expect(await monthsOf(await factsOf(account))).toEqual([
    ['contractEnd', today.add({ months: 4 }).subtract({ days: 1 }).toString().slice(0, 7)],
    ['assetEnd', inMonths(7).slice(0, 7)],
    ['competitorTermEnd', inMonths(5).slice(0, 7)],
    ['anniversary', undefined],
  ]);
});

test('ends that the viewer may not see are not told, although the service knows them', async () => {
  const Id = await accountWithTerms();
  await world.rep.update('Account', { Id, Inspire_Competitor_Term_End__c: inMonths(3) });
  await world.settle();
  expect(await monthsOf(anAccount({ Id }))).toEqual([
    ['contractEnd', undefined],
    ['assetEnd', undefined],
    ['competitorTermEnd', undefined],
    ['anniversary', undefined],
  ]);
});

test('a competitor’s term that was just filled in on the page counts before the mirror has it; the viewer’s contracts do not', async () => {
  const Id = await accountWithTerms();
  const page = anAccount({
    ...{ Id, Inspire_Competitor_Term_End__c: inMonths(8) },
    Contracts: rows({ EndDate: inMonths(9) }),
  });
  const call = callWith(page);
  const { snapshot } = await world.storage.store.inTenant(world.org.orgId, (tenant) =>
    readCurrentRecord(tenant, call, recordOf(call.facts), { configuration, now: world.clock.now }),
  );
  expect(snapshot.anchors.competitorTermEnd).toBe(inMonths(8));
  expect(snapshot.anchors.contractEnd).toBe(today.add({ months: 4 }).subtract({ days: 1 }).toString());
});
