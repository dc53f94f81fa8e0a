import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { pino } from 'pino';
import type { SignedCall } from '../../../server/http/route.ts';
import { factsSchema } from '../../../server/http/facts.ts';
import { flowEnroll } from '../../../server/touchpoints/flow/enroll.ts';
import { cadenceInput } from '../../support/cadences.ts';
import { type Engine, engine } from './engine.ts';

let world: Engine;

beforeAll(async () => {
  world = await engine();
  await world.publish({
    cadences: [
      cadenceInput({
        start: { on: 'stageEntry', stages: ['*:Qualification'] },
        stagePolicy: 'cancel',
        steps: [{ id: 'call' }],
      }),
    ],
  });
});

afterAll(() => world.end());

const callAbout = (recordId: string): SignedCall<Parameters<typeof flowEnroll>[0]['input']> => ({
  caller: {
    ...{ orgId: world.org.orgId, userId: world.org.adminId, permissions: ['Inspire_Use'] },
    ...{ tokenId: randomUUID(), tokenExpiresAt: new Date(Date.now() + 60_000) },
    ...{ locale: 'en_US', timeZone: 'Europe/Berlin', packageVersion: '0.1' },
  },
  facts: factsSchema.parse({ records: [{ Id: recordId, sobject: 'Opportunity', edit: true }] }),
  input: { idempotencyKey: randomUUID(), requests: [{ recordId, cadenceId: 'qualify' }] },
  log: pino({ level: 'silent' }),
});

const begin = (recordId: string) =>
  flowEnroll(callAbout(recordId), {
    ...{ store: world.storage.store, now: () => world.clock.now },
    factConfigurationOf: () => Promise.resolve({ factSources: [], stageMap: [] }),
    contentFor: () => Promise.resolve(() => []),
  });

test('a deal that was just made waits for the mirror, and goes on by its own stage and owner when it is there', async () => {
  const id = await world.deal({ StageName: 'Needs Analysis' });
  expect((await begin(id)).answer.results).toMatchObject([{ code: 'enrolled' }]);
  expect(await world.touchpointsOf(id)).toMatchObject([{ state: 'held', reason: 'ownerMissing' }]);
  await world.settle();
  expect(await world.enrollmentsOf(id)).toMatchObject([{ key: 'qualify', state: 'active' }]);
  expect(await world.touchpointsOf(id)).toMatchObject([{ state: 'current', reason: null }]);
});

test('a deal that came while it was begun is looked at soon, though nothing wakes it any more', async () => {
  const id = await world.deal();
  await begin(id);
  await world.catchUp();
  await world.storage.store.inTenant(world.org.orgId, (tenant) =>
    sql`delete from mirror_change`.execute(tenant),
  );
  await world.plan();
  expect(await world.touchpointsOf(id)).toMatchObject([{ state: 'held' }]);
  world.clock.now = new Date(world.clock.now.getTime() + 61_000);
  await world.plan();
  expect(await world.touchpointsOf(id)).toMatchObject([{ state: 'current' }]);
});
