import { afterAll, beforeAll, expect, test } from '@jest/globals';
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
        steps: [{ id: 'questions' }, { id: 'summary', offsetBusinessDays: 2, dependsOn: ['questions'] }],
      }),
      cadenceInput({
        ...{
          id: 'proposal',
          start: { on: 'stageEntry', stages: ['*:Proposal/Price Quote', '*:Perception Analysis'] },
          stagePolicy: 'ask',
        },
        steps: [{ id: 'write' }],
      }),
      cadenceInput({
        ...{ id: 'newcomer', start: { on: 'newStakeholder' }, stagePolicy: 'ask' },
        steps: [{ id: 'welcome' }],
      }),
    ],
  });
});

afterAll(() => world.end());

const tasksOf = async (id: string): Promise<string[]> => {
  const { records } = await world.rep.query(
    `SELECT Subject, Status FROM Task WHERE WhatId = '${id}' ORDER BY Id`,
  );
  return records.map(({ Subject, Status }) => `${String(Subject)}: ${String(Status)}`);
};

const enter = async (id: string, StageName: string): Promise<void> => {
  await world.rep.update('Opportunity', { Id: id, StageName });
  await world.settle();
};

test('a new deal begins the cadence of its stage, and only the next step is a Task', async () => {
  const id = await world.deal({ StageName: 'Qualification' });
  await world.settle();
  expect(await world.enrollmentsOf(id)).toEqual([
    { key: 'qualify', state: 'active', reason: null, iteration: 1 },
  ]);
  expect((await world.touchpointsOf(id)).map(({ state }) => state)).toEqual(['current', 'planned']);
  expect(await tasksOf(id)).toEqual(['Do questions: Not Started']);
});

test('a deal that comes to a stage begins its cadence once, however often it is looked at', async () => {
  const id = await world.deal();
  await world.settle();
  expect(await world.enrollmentsOf(id)).toEqual([]);
  await enter(id, 'Qualification');
  await world.settle();
  expect(await world.enrollmentsOf(id)).toHaveLength(1);
  expect(await tasksOf(id)).toEqual(['Do questions: Not Started']);
});

test('a cadence that is to be cancelled ends when the deal leaves its stages; its Tasks stay and say so', async () => {
  const id = await world.deal({ StageName: 'Qualification' });
  await world.settle();
  await enter(id, 'Needs Analysis');
  expect(await world.enrollmentsOf(id)).toEqual([
    { key: 'qualify', state: 'stopped', reason: 'stageChanged', iteration: 1 },
  ]);
  expect(await tasksOf(id)).toEqual(['Not needed: Do questions: Completed']);
});

test('a deal that comes back goes on in its next iteration where it was, and does not begin anew', async () => {
  const id = await world.deal({ StageName: 'Qualification' });
  await world.settle();
  const [first] = await world.touchpointsOf(id);
  await world.rep.update('Task', { Id: first?.taskId ?? '', Status: 'Completed' });
  await world.settle();
  await enter(id, 'Needs Analysis');
  await enter(id, 'Qualification');
  expect(await world.enrollmentsOf(id)).toEqual([
    { key: 'qualify', state: 'active', reason: null, iteration: 2 },
  ]);
  expect((await world.touchpointsOf(id)).map(({ step, state }) => `${step} ${state}`)).toEqual([
    'questions done',
    'summary current',
  ]);
});

test('a cadence that is to ask waits when the deal leaves its stages, and ends without asking when it is closed', async () => {
  const id = await world.deal({ StageName: 'Proposal/Price Quote' });
  await world.settle();
  await enter(id, 'Negotiation/Review');
  expect((await world.touchpointsOf(id)).map(({ state, reason }) => [state, reason])).toEqual([
    ['held', 'stageChanged'],
  ]);
  expect(await tasksOf(id)).toEqual(['Do write: Deferred']);
  await enter(id, 'Closed Lost');
  expect(await world.enrollmentsOf(id)).toEqual([expect.objectContaining({ state: 'stopped' })]);
});

test('what was begun without a stage ends with the deal', async () => {
  const id = await world.deal({ StageName: 'Prospecting' });
  await world.settle();
  const cfo = await world.rep.create('Contact', { LastName: 'Brandt' });
  world.org.clock.skewBy(2 * 86_400);
  await world.rep.create('OpportunityContactRole', {
    OpportunityId: id,
    ContactId: cfo.id ?? '',
    Role: 'Other',
  });
  await world.settle();
  expect(await world.enrollmentsOf(id)).toEqual([
    expect.objectContaining({ key: 'newcomer', state: 'active' }),
  ]);
  await enter(id, 'Closed Lost');
  expect(await world.enrollmentsOf(id)).toEqual([
    expect.objectContaining({ state: 'stopped', reason: 'stageChanged' }),
  ]);
});

test('a deal that was closed and comes back to another stage of its cadence goes on where it was', async () => {
  const id = await world.deal({ StageName: 'Proposal/Price Quote' });
  await world.settle();
  await enter(id, 'Closed Lost');
  await enter(id, 'Perception Analysis');
  expect(await world.enrollmentsOf(id)).toEqual([
    { key: 'proposal', state: 'active', reason: null, iteration: 2 },
  ]);
});

test('of a deleted deal nothing goes on', async () => {
  const id = await world.deal({ StageName: 'Qualification' });
  await world.settle();
  await world.rep.destroy('Opportunity', id);
  await world.settle();
  expect(await world.enrollmentsOf(id)).toEqual([
    expect.objectContaining({ state: 'stopped', reason: 'recordDeleted' }),
  ]);
});
