import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { engineTurn } from '../../../server/touchpoints/engine/turn.ts';
import { cadenceInput } from '../../support/cadences.ts';
import { type Engine, engine } from './engine.ts';

let world: Engine;

beforeAll(async () => {
  world = await engine();
  await world.publish({
    cadences: [
      cadenceInput({ start: { on: 'stageEntry', stages: ['*:Qualification'] }, steps: [{ id: 'read' }] }),
    ],
  });
});

afterAll(() => world.end());

test('an enrolment that can not be planned rests, and does not hold up the others', async () => {
  const [broken, whole] = [
    await world.deal({ StageName: 'Qualification' }),
    await world.deal({ StageName: 'Qualification' }),
  ];
  await world.settle();
  const { orgId } = world.org;
  await world.storage.store.inTenant(orgId, async (tenant) => {
    await sql`update cadence_enrollment set record = '{}' where record_id = ${broken}`.execute(tenant);
    await sql`update cadence_enrollment set look_at = now() - interval '1 minute'`.execute(tenant);
    await sql`update touchpoint set due_on = null`.execute(tenant);
  });
  const faults: unknown[] = [];
  const configuration = { factSources: [], stageMap: [] };
  const parts = {
    ...{ store: world.storage.store, now: () => new Date() },
    factConfigurationOf: () => Promise.resolve(configuration),
    onFault: (fault: unknown) => void faults.push(fault),
  };
  while (await engineTurn(parts, orgId));
  expect(faults).toHaveLength(1);
  expect((await world.touchpointsOf(whole)).map(({ due }) => due)).not.toContain(null);
});

test('a Task whose key looks like ours and is none is nobody’s', async () => {
  const id = await world.deal({ StageName: 'Qualification' });
  await world.rep.create('Task', {
    ...{ Subject: 'Odd', WhatId: id, Inspire_Key__c: '------------------------------------:Task' },
  });
  await world.settle();
  expect((await world.touchpointsOf(id)).map(({ state }) => state)).toEqual(['current']);
});
