import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { actAnswerSchema } from '../../../server/touchpoints/acting/act-on-touchpoint.ts';
import {
  previewAnswerSchema,
  type TouchpointsAnswer,
  touchpointsAnswerSchema,
} from '../../../server/touchpoints/answer.ts';
import { cadenceInput } from '../../support/cadences.ts';
import { anOpportunity } from '../../support/records.ts';
import { readAs, startService, type TestService } from '../../support/service.ts';
import { repUserId, salesforceId, type TestOrg } from '../../support/signed-call.ts';

/** A Monday. */
const monday = new Date('2026-11-16T09:00:00Z');
const clock = { now: monday };

beforeEach(() => {
  clock.now = monday;
});

let service: TestService;
let org: TestOrg;

beforeAll(async () => {
  service = await startService({ now: () => clock.now });
  org = await service.addOrg();
  await service.publish(org, {
    cadences: [
      cadenceInput({
        steps: [
          { id: 'call', channel: 'call' },
          { id: 'mail', channel: 'email', offsetBusinessDays: 2, dependsOn: ['call'] },
          { id: 'offer', offsetBusinessDays: 4, onlyIf: [{ stepId: 'call', outcome: 'positive' }] },
        ],
      }),
      cadenceInput({ id: 'account', sobject: 'Account', steps: [{ id: 'review' }] }),
      cadenceInput({ id: 'delivery', steps: [{ id: 'thank', anchor: 'delivery' }] }),
    ],
  });
});

afterAll(() => service.close());

/** Somebody whom nobody else writes to. */
const people = (Email: string | null = 'helena@example.com') => {
  const contact = { Id: salesforceId('003'), Name: 'Helena Brandt', Email };
  return { OpportunityContactRoles: { records: [{ IsPrimary: true, Contact: contact }] } };
};

const deal = (fields: object = people()) => ({
  record: anOpportunity({ Id: salesforceId('006'), OwnerId: repUserId, ...fields }),
  access: { edit: true, createTask: true },
});

type Facts = ReturnType<typeof deal>;

const send = (path: string, facts: object, input: object) =>
  service.call(org, { path, body: { facts, input }, now: clock.now });

const act = (facts: object, input: object) =>
  send('/v1/touchpoints/act', facts, { idempotencyKey: randomUUID(), ...input });

const acted = async (facts: Facts, input: object) => readAs(actAnswerSchema, await act(facts, input));

const preview = async (facts: Facts, input: object) =>
  readAs(previewAnswerSchema, await send('/v1/touchpoints/preview', facts, input));

const show = async (facts: Facts) =>
  readAs(touchpointsAnswerSchema, await send('/v1/touchpoints', facts, {}));

const begin = async (facts: Facts = deal(), input: object = {}) => {
  const path = '/v1/touchpoints/enroll';
  const key = { idempotencyKey: randomUUID() };
  const { answer } = readAs(
    actAnswerSchema,
    await send(path, facts, { cadenceId: 'qualify', ...key, ...input }),
  );
  return { facts, answer, ids: answer.touchpoints.map(({ touchpointId }) => touchpointId) };
};

const contactOf = ({ record }: Facts): unknown =>
  z
    .object({
      OpportunityContactRoles: z.object({
        records: z.array(z.object({ Contact: z.object({ Id: z.string() }) })),
      }),
    })
    .parse(record).OpportunityContactRoles.records[0]?.Contact.Id;

const lines = ({ touchpoints }: TouchpointsAnswer): string[] =>
  touchpoints.map(({ name, state, dueOn }) => `${name} ${state} ${dueOn ?? '-'}`);

test('what is done twice by one intention is done once, and gets the first answer', async () => {
  const { facts, ids } = await begin();
  const input = { kind: 'done', touchpointId: ids[0], outcome: 'positive', idempotencyKey: randomUUID() };
  const first = await act(facts, input);
  expect(await act(facts, input)).toEqual(expect.objectContaining({ status: 200, body: first.body }));
});

test('what is over can not be moved, and says so', async () => {
  const { facts, ids } = await begin();
  await acted(facts, { kind: 'skip', touchpointId: ids[0], reason: 'notNeeded' });
  const refused = await act(facts, { kind: 'move', touchpointId: ids[0], to: '2026-11-20' });
  expect(refused).toEqual(
    expect.objectContaining({ status: 409, body: expect.objectContaining({ code: 'touchpointOver' }) }),
  );
});

test('a touchpoint of another record is not there, whoever asks', async () => {
  const { ids } = await begin();
  const { status, body } = await act(deal(), { kind: 'done', touchpointId: ids[0] });
  expect([status, body]).toEqual([404, expect.objectContaining({ code: 'touchpointUnknown' })]);
});

test('who may only read a record changes nothing on it', async () => {
  const { facts, ids } = await begin();
  const readOnly = { ...facts, access: { edit: false, createTask: true } };
  expect((await act(readOnly, { kind: 'done', touchpointId: ids[0] })).status).toBe(403);
  expect(readAs(touchpointsAnswerSchema, await send('/v1/touchpoints', readOnly, {})).mayAct).toBe(false);
});

test('moving is shown before it is done, and what depends on it moves along', async () => {
  const { facts, ids } = await begin();
  const move = { kind: 'move', touchpointId: ids[0], to: '2026-11-18' };
  expect((await preview(facts, move)).steps.map(({ before, after }) => [before, after])).toEqual([
    ['2026-11-16', '2026-11-18'],
    ['2026-11-18', '2026-11-20'],
    ['2026-11-20', '2026-11-24'],
  ]);
  expect(lines(await show(facts))[0]).toBe('Do call current 2026-11-16');
  const { answer } = await acted(facts, move);
  expect(lines(answer)).toEqual([
    'Do call current 2026-11-18',
    'Do mail planned 2026-11-20',
    'Do offer planned 2026-11-24',
  ]);
  expect(answer.touchpoints[0]).toEqual(expect.objectContaining({ isPinned: true, conflicts: [] }));
});

test('a day that a person chose stays, and what it violates is named', async () => {
  const { facts, ids } = await begin();
  const { answer } = await acted(facts, { kind: 'move', touchpointId: ids[1], to: '2026-11-22' });
  const mail = answer.touchpoints.find(({ touchpointId }) => touchpointId === ids[1]);
  expect(mail).toEqual(
    expect.objectContaining({
      dueOn: '2026-11-22',
      conflicts: [{ code: 'closedDay', values: ['2026-11-22'] }],
    }),
  );
});

test('nothing is moved into the past', async () => {
  const { facts, ids } = await begin();
  expect((await act(facts, { kind: 'move', touchpointId: ids[0], to: '2026-11-13' })).status).toBe(400);
});

test('a branch waits for how it went, is taken after a good call, and not after a bad one', async () => {
  const good = await begin();
  const told = await acted(good.facts, { kind: 'done', touchpointId: good.ids[0] });
  expect(told.answer.touchpoints.find(({ asksOutcome }) => asksOutcome)?.name).toBe('Do call');
  expect(lines(told.answer)).toContainEqual('Do offer held -');
  const said = await acted(good.facts, {
    kind: 'sayOutcome',
    touchpointId: good.ids[0],
    outcome: 'positive',
  });
  expect(lines(said.answer)).toContainEqual('Do offer planned 2026-11-20');
  const bad = await begin();
  const { answer } = await acted(bad.facts, { kind: 'done', touchpointId: bad.ids[0], outcome: 'negative' });
  expect(lines(answer)).toContainEqual('Do offer notTaken -');
});

test('done by mistake is open again, with its day', async () => {
  const { facts, ids } = await begin();
  await acted(facts, { kind: 'done', touchpointId: ids[0], outcome: 'positive' });
  const { answer } = await acted(facts, { kind: 'reopen', touchpointId: ids[0] });
  expect(lines(answer)[0]).toBe('Do call current 2026-11-16');
});

test('after a pause the rest keeps its distances from the day on which it goes on; nothing piles up', async () => {
  const { facts, answer } = await begin();
  const [enrollment] = answer.enrollments;
  const enrollmentId = enrollment?.enrollmentId;
  const paused = await acted(facts, { kind: 'pause', enrollmentId, reason: 'outOfOffice' });
  expect(paused.answer.touchpoints.map(({ state, reason }) => [state, reason?.code])).toEqual(
    Array(3).fill(['held', 'paused']),
  );
  clock.now = new Date('2026-11-30T09:00:00Z');
  const resumed = await acted(facts, { kind: 'resume', enrollmentId });
  expect(lines(resumed.answer)).toEqual([
    'Do call current 2026-11-30',
    'Do mail planned 2026-12-02',
    'Do offer planned 2026-12-04',
  ]);
});

test('a pause with an end ends by itself', async () => {
  const { facts, answer } = await begin();
  const enrollmentId = answer.enrollments[0]?.enrollmentId;
  await acted(facts, { kind: 'pause', enrollmentId, reason: 'outOfOffice', until: '2026-11-19' });
  clock.now = new Date('2026-11-19T09:00:00Z');
  expect(lines(await show(facts))[0]).toBe('Do call current 2026-11-19');
});

test('a stopped cadence calls off what is open, and can be begun anew', async () => {
  const { facts, answer } = await begin();
  const enrollmentId = answer.enrollments[0]?.enrollmentId;
  const stopped = await acted(facts, { kind: 'stop', enrollmentId, reason: 'customerAskedNotTo' });
  expect(stopped.answer.touchpoints.map(({ state }) => state)).toEqual(Array(3).fill('cancelled'));
  expect((await act(facts, { kind: 'resume', enrollmentId })).status).toBe(409);
  expect((await begin(facts)).answer.enrollments).toHaveLength(2);
});

test('a cadence runs once at a time on a record', async () => {
  const { facts } = await begin();
  const again = { cadenceId: 'qualify', idempotencyKey: randomUUID() };
  expect((await send('/v1/touchpoints/enroll', facts, again)).status).toBe(409);
});

test('a cadence for accounts is not offered on a deal, and is refused there', async () => {
  const facts = deal();
  expect((await show(facts)).offered.map(({ cadenceId }) => cadenceId)).toEqual(['delivery', 'qualify']);
  const input = { cadenceId: 'account', idempotencyKey: randomUUID() };
  expect((await send('/v1/touchpoints/enroll', facts, input)).status).toBe(404);
});

test('a date that the record does not have is asked for, and taken from the rep', async () => {
  const facts = deal();
  const offered = (await show(facts)).offered.find(({ cadenceId }) => cadenceId === 'delivery');
  expect(offered?.missingAnchors).toEqual(['delivery']);
  const without = await preview(facts, { kind: 'enroll', cadenceId: 'delivery' });
  expect(without.steps).toEqual([
    expect.objectContaining({ reason: { code: 'anchorUnknown', values: ['delivery'] } }),
  ]);
  const given = { cadenceId: 'delivery', anchorDates: { delivery: '2026-12-07' } };
  expect(lines((await begin(facts, given)).answer)).toEqual(['Do thank current 2026-12-07']);
});

test('somebody without an address is not written to, and somebody who is not there not called', async () => {
  const noAddress = await begin(deal(people(null)));
  expect(noAddress.answer.touchpoints.find(({ channel }) => channel === 'email')?.reason?.code).toBe(
    'noAddress',
  );
  const nobody = await begin(deal({}));
  expect(nobody.answer.touchpoints.find(({ channel }) => channel === 'call')?.reason?.code).toBe(
    'contactMissing',
  );
});

test('what is done by a person is written as that person: the Task that is not there yet is made completed', async () => {
  const { facts, ids } = await begin();
  const { writes } = await acted(facts, { kind: 'done', touchpointId: ids[0], outcome: 'positive' });
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
