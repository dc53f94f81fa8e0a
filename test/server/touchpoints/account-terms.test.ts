import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { factsSchema } from '../../../server/http/facts.ts';
import { showAccountPlan } from '../../../server/touchpoints/showing/account-plan.ts';
import { anAccount } from '../../support/records.ts';
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

const planOf = (Id: string) =>
  showAccountPlan(
    {
      caller: {
        ...{ orgId: world.org.orgId, userId: world.org.adminId, permissions: ['Inspire_Use'] },
        ...{ tokenId: randomUUID(), tokenExpiresAt: new Date(Date.now() + 60_000) },
        ...{ locale: 'en_US', timeZone: 'UTC', packageVersion: '0.1' },
      },
      facts: factsSchema.parse({ record: anAccount({ Id }) }),
      input: {},
      log: pino({ level: 'silent' }),
    },
    {
      ...{ store: world.storage.store, now: () => world.clock.now },
      factConfigurationOf: () => Promise.resolve({ factSources: [], stageMap: [] }),
      contentFor: () => Promise.resolve(() => []),
    },
  );

test('of contracts and products the next end counts, and a competitor’s product ends the competitor’s term', async () => {
  const AccountId = await make('Account', { Name: 'Brunner Logistik' });
  for (const ContractTerm of [9, 4]) {
    const StartDate = today.toString();
    const Id = await make('Contract', { AccountId, Status: 'Draft', StartDate, ContractTerm });
    await world.rep.update('Contract', { Id, Status: 'Activated' });
  }
  await make('Asset', { AccountId, Name: 'Fleet', UsageEndDate: inMonths(7) });
  await make('Asset', { AccountId, Name: 'Theirs', UsageEndDate: inMonths(5), IsCompetitorProduct: true });
  await world.settle();
  const { dates } = await planOf(AccountId);
  const months = dates.map(({ anchor, on }) => [anchor, on?.slice(0, 7)]);
  expect(months).toEqual([
    ['contractEnd', today.add({ months: 4 }).subtract({ days: 1 }).toString().slice(0, 7)],
    ['assetEnd', inMonths(7).slice(0, 7)],
    ['competitorTermEnd', inMonths(5).slice(0, 7)],
    ['anniversary', undefined],
  ]);
});
