import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Connection } from 'jsforce';
import { type InStep, inStep } from './in-step.ts';

let sync: InStep;
let rep: Connection;

beforeAll(async () => {
  sync = await inStep();
  rep = await sync.org.connect();
});

afterAll(() => sync.end());

test('what is in an org is in the mirror after the first load', async () => {
  const { id } = await rep.create('Account', { Name: 'Brunner Logistik' });
  await rep.create('Opportunity', {
    ...{ Name: 'Brunner – 240 vehicles', AccountId: id, StageName: 'Prospecting', CloseDate: '2026-12-31' },
    Amount: 120_000,
  });
  await sync.catchUp();
  expect(await sync.mirror('Account')).toEqual([
    expect.objectContaining({ Id: id, Name: 'Brunner Logistik' }),
  ]);
  expect(await sync.mirror('OpportunityHistory')).toEqual([
    expect.objectContaining({ StageName: 'Prospecting', Amount: '120000' }),
  ]);
});

test('a change, a jump over a stage and a deletion arrive', async () => {
  const [deal] = await rep.sobject('Opportunity').find({}, ['Id']);
  const id = deal?.Id ?? '';
  for (const StageName of ['Qualification', 'Negotiation/Review'])
    await rep.update('Opportunity', { Id: id, StageName });
  await sync.catchUp();
  expect(await sync.mirror('Opportunity')).toEqual([
    expect.objectContaining({ StageName: 'Negotiation/Review', IsDeleted: false }),
  ]);
  expect(await sync.mirror('OpportunityHistory')).toHaveLength(3);
  await rep.destroy('Opportunity', id);
  await sync.catchUp();
  expect(await sync.mirror('Opportunity')).toEqual([expect.objectContaining({ IsDeleted: true })]);
});
