import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { cadenceInput } from '../../support/cadences.ts';
import { type Engine, engine, type SeenTouchpoint } from './engine.ts';

let world: Engine;

beforeAll(async () => {
  world = await engine();
  await world.publish({
    cadences: [
      cadenceInput({
        start: { on: 'stageEntry', stages: ['*:Qualification'] },
        steps: [{ id: 'questions' }, { id: 'summary', offsetBusinessDays: 2, dependsOn: ['questions'] }],
      }),
    ],
  });
});

afterAll(() => world.end());

const begun = async (): Promise<{ id: string; first: SeenTouchpoint & { taskId: string } }> => {
  const id = await world.deal({ StageName: 'Qualification' });
  await world.settle();
  const [first] = await world.touchpointsOf(id);
  if (!first?.taskId) throw new Error('No Task was made for the first step.');
  return { id, first: { ...first, taskId: first.taskId } };
};

const change = async (id: string, fields: object): Promise<void> => {
  world.later();
  await world.rep.update('Task', { Id: id, ...fields });
  await world.settle();
};

const states = async (id: string): Promise<string[]> =>
  (await world.touchpointsOf(id)).map(({ step, state }) => `${step} ${state}`);

test('what a rep completes in Salesforce is done, and what waited for it becomes a Task', async () => {
  const { id, first } = await begun();
  await change(first.taskId, { Status: 'Completed' });
  expect(await states(id)).toEqual(['questions done', 'summary current']);
  expect((await world.touchpointsOf(id))[1]?.taskId).toMatch(/^00T/);
});

test('what a rep deletes in Salesforce is cancelled and never made again', async () => {
  const { id, first } = await begun();
  await world.rep.destroy('Task', first.taskId);
  await world.settle();
  await world.settle();
  expect(await states(id)).toEqual(['questions cancelled', 'summary current']);
  const { records } = await world.rep.query(`SELECT Subject FROM Task WHERE WhatId = '${id}'`);
  expect(records.map(({ Subject }) => String(Subject))).toEqual(['Do summary']);
});

test('what a rep moves in Salesforce stays where they put it, and what depends on it moves too', async () => {
  const { id, first } = await begun();
  const before = await world.touchpointsOf(id);
  const day = Temporal.PlainDate.from(first.due ?? '')
    .add({ days: 14 })
    .toString();
  await change(first.taskId, { ActivityDate: day });
  const [moved, next] = await world.touchpointsOf(id);
  expect(moved).toEqual(expect.objectContaining({ due: day, pinned: day }));
  expect((next?.due ?? '') > (before[1]?.due ?? '')).toBe(true);
  const task = await world.rep.retrieve('Task', first.taskId);
  expect(task['ActivityDate']).toBe(day);
});

test('a Task that a rep gives to a colleague is the colleague’s', async () => {
  const { first } = await begun();
  const { records } = await world.rep.query(
    `SELECT Id FROM User WHERE Id <> '${world.org.adminId}' AND IsActive = true LIMIT 1`,
  );
  const colleague = records[0]?.Id ?? '';
  await change(first.taskId, { OwnerId: colleague });
  expect((await world.rep.retrieve('Task', first.taskId))['OwnerId']).toBe(colleague);
});

test('a Task that a rep reopens is open again, and is never deleted', async () => {
  const { id, first } = await begun();
  await change(first.taskId, { Status: 'Completed' });
  await change(first.taskId, { Status: 'Not Started' });
  expect((await states(id))[0]).toMatch(/^questions (current|planned)$/);
  expect((await world.rep.retrieve('Task', first.taskId))['IsDeleted']).toBe(false);
});

test('the subject of a Task is in the language of whoever is to do it', async () => {
  const named = (name: string) => ({
    ...{ name, objective: 'Ziel', purpose: 'Zweck', dontSay: 'Nur mal melden' },
    talkingPoints: ['Was hat sich geändert?', 'Wer entscheidet?'] as [string, string],
  });
  await world.publish({
    cadences: [
      cadenceInput({
        ...{ id: 'german', start: { on: 'stageEntry', stages: ['*:Needs Analysis'] } },
        steps: [{ id: 'talk', channel: 'meeting', translations: { de: named('Erstes Gespräch') } }],
      }),
    ],
    cadenceSettings: [
      { taskSubject: { translations: { de: { arrange: 'Vereinbaren: {0}', cancelled: 'Entfällt: {0}' } } } },
    ],
  });
  const subjectsOf = async (LocaleSidKey: string): Promise<string[]> => {
    await world.rep.update('User', { Id: world.org.adminId, LocaleSidKey });
    const id = await world.deal({ StageName: 'Needs Analysis' });
    const role = { OpportunityId: id, IsPrimary: true };
    const contact = await world.rep.create('Contact', { LastName: 'Brandt' });
    await world.rep.create('OpportunityContactRole', { ...role, ContactId: contact.id ?? '' });
    await world.settle();
    const { records } = await world.rep.query(`SELECT Subject FROM Task WHERE WhatId = '${id}'`);
    return records.map(({ Subject }) => String(Subject));
  };
  expect(await subjectsOf('de_DE')).toEqual(['Vereinbaren: Erstes Gespräch']);
  expect(await subjectsOf('en_US')).toEqual(['Arrange: Do talk']);
});
