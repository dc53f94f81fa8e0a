import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { touchpointsAnswerSchema } from '../../../../server/touchpoints/answer.ts';
import { readAs } from '../../../support/service.ts';
import { deal, type Facts, lines, panel, type Panel } from './panel.ts';

/** A Monday. */
const monday = new Date('2026-11-16T09:00:00Z');

let page: Panel;

beforeAll(async () => {
  page = await panel({ now: monday });
});

beforeEach(() => {
  page.clock.now = monday;
});

afterAll(() => page.close());

const contactOf = ({ record }: Facts): unknown =>
  z
    .object({
      OpportunityContactRoles: z.object({
        records: z.array(z.object({ Contact: z.object({ Id: z.string() }) })),
      }),
    })
    .parse(record).OpportunityContactRoles.records[0]?.Contact.Id;

test('what is done twice by one intention is done once, and gets the first answer', async () => {
  const { facts, ids } = await page.begin();
  const input = { kind: 'done', touchpointId: ids[0], outcome: 'positive', idempotencyKey: randomUUID() };
  const first = await page.act(facts, input);
  expect(await page.act(facts, input)).toEqual(expect.objectContaining({ status: 200, body: first.body }));
});

test('what is over can not be moved, and says so', async () => {
  const { facts, ids } = await page.begin();
  await page.acted(facts, { kind: 'skip', touchpointId: ids[0], reason: 'notNeeded' });
  const refused = await page.act(facts, { kind: 'move', touchpointId: ids[0], to: '2026-11-20' });
  expect(refused).toEqual(
    expect.objectContaining({ status: 409, body: expect.objectContaining({ code: 'touchpointOver' }) }),
  );
});

test('a touchpoint of another record is not there, whoever asks', async () => {
  const { ids } = await page.begin();
  const { status, body } = await page.act(deal(), { kind: 'done', touchpointId: ids[0] });
  expect([status, body]).toEqual([404, expect.objectContaining({ code: 'touchpointUnknown' })]);
});

test('who may only read a record changes nothing on it', async () => {
  const { facts, ids } = await page.begin();
  const readOnly = { ...facts, access: { edit: false, createTask: true } };
  expect((await page.act(readOnly, { kind: 'done', touchpointId: ids[0] })).status).toBe(403);
  expect(readAs(touchpointsAnswerSchema, await page.send('/v1/touchpoints', readOnly, {})).mayAct).toBe(
    false,
  );
});

test('moving is shown before it is done, and what depends on it moves along', async () => {
  const { facts, ids } = await page.begin();
  const move = { kind: 'move', touchpointId: ids[0], to: '2026-11-18' };
  expect((await page.preview(facts, move)).steps.map(({ before, after }) => [before, after])).toEqual([
    ['2026-11-16', '2026-11-18'],
    ['2026-11-18', '2026-11-20'],
    ['2026-11-20', '2026-11-24'],
  ]);
  expect(lines(await page.show(facts))[0]).toBe('Do call current 2026-11-16');
  const { answer } = await page.acted(facts, move);
  expect(lines(answer)).toEqual([
    'Do call current 2026-11-18',
    'Do mail planned 2026-11-20',
    'Do offer planned 2026-11-24',
  ]);
  expect(answer.touchpoints[0]).toEqual(expect.objectContaining({ isPinned: true, conflicts: [] }));
});

test('a day that a person chose stays, and what it violates is named', async () => {
  const { facts, ids } = await page.begin();
  const { answer } = await page.acted(facts, { kind: 'move', touchpointId: ids[1], to: '2026-11-22' });
  const mail = answer.touchpoints.find(({ touchpointId }) => touchpointId === ids[1]);
  expect(mail).toEqual(
    expect.objectContaining({
      dueOn: '2026-11-22',
      conflicts: [{ code: 'closedDay', values: ['2026-11-22'] }],
    }),
  );
});

test('nothing is moved into the past', async () => {
  const { facts, ids } = await page.begin();
  expect((await page.act(facts, { kind: 'move', touchpointId: ids[0], to: '2026-11-13' })).status).toBe(400);
});

test('a branch waits for how it went, is taken after a good call, and not after a bad one', async () => {
  const good = await page.begin();
  const told = await page.acted(good.facts, { kind: 'done', touchpointId: good.ids[0] });
  expect(told.answer.touchpoints.find(({ asksOutcome }) => asksOutcome)?.name).toBe('Do call');
  expect(lines(told.answer)).toContainEqual('Do offer held -');
  const said = await page.acted(good.facts, {
    kind: 'sayOutcome',
    touchpointId: good.ids[0],
    outcome: 'positive',
  });
  expect(lines(said.answer)).toContainEqual('Do offer planned 2026-11-20');
  const bad = await page.begin();
  const { answer } = await page.acted(bad.facts, {
    kind: 'done',
    touchpointId: bad.ids[0],
    outcome: 'negative',
  });
  expect(lines(answer)).toContainEqual('Do offer notTaken -');
});

test('done by mistake is open again, with its day', async () => {
  const { facts, ids } = await page.begin();
  await page.acted(facts, { kind: 'done', touchpointId: ids[0], outcome: 'positive' });
  const { answer } = await page.acted(facts, { kind: 'reopen', touchpointId: ids[0] });
  expect(lines(answer)[0]).toBe('Do call current 2026-11-16');
});

test('what is done by a person is written as that person: the Task that is not there yet is made completed', async () => {
  const { facts, ids } = await page.begin();
  const { writes } = await page.acted(facts, { kind: 'done', touchpointId: ids[0], outcome: 'positive' });
  expect(writes).toEqual([
    {
      ...{ sobject: 'Task', key: `${ids[0]}:Task` },
      fields: {
        ...{ Subject: 'Do call', Status: 'Completed', ActivityDate: '2026-11-16', TaskSubtype: 'Call' },
        ...{ WhatId: facts.record['Id'], WhoId: contactOf(facts) },
      },
    },
  ]);
});
