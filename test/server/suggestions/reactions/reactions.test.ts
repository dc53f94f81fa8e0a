import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { suggestionsAnswerSchema } from '../../../../server/suggestions/index.ts';
import { reactAnswerSchema } from '../../../../server/suggestions/reactions/react.ts';
import { undoAnswerSchema } from '../../../../server/suggestions/reactions/undo.ts';
import { item, opportunityFacts } from '../../../support/content.ts';
import { readAs, startService, type TestService } from '../../../support/service.ts';
import { type CallOptions, salesforceId, type TestOrg } from '../../../support/signed-call.ts';

const now = new Date();
const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
  .toZonedDateTimeISO('Europe/Berlin')
  .toPlainDate();
const inDays = (days: number): string => today.add({ days }).toString();

let service: TestService;
let org: TestOrg;

beforeAll(async () => {
  service = await startService({ now: () => now });
  org = await service.addOrg();
  await service.publish(org, {
    items: [
      item('one', { link: 'https://content.example.com/one' }),
      item('two'),
      item('internal', { audience: 'internal' }),
      item('blank', { body: 'It costs [[figure]].' }),
      item('sample', { origin: 'demo' }),
      item('colleague', { kind: 'person', userId: '005000000000009AAA' }),
      item('managers', { visibleTo: ['Inspire_Manager'] }),
    ],
  });
});

afterAll(() => service.close());

interface Asked extends CallOptions {
  facts?: ReturnType<typeof opportunityFacts>;
}

const send = (path: string, input: object, { facts = opportunityFacts(), ...options }: Asked = {}) =>
  service.call(org, {
    path,
    body: { facts, input: { idempotencyKey: randomUUID(), ...input } },
    now,
    ...options,
  });

const react = (input: object, asked?: Asked) => send('/v1/suggestions/reactions', input, asked);

const reacted = async (input: object, asked?: Asked) => readAs(reactAnswerSchema, await react(input, asked));

const listOn = async (facts: object, options: CallOptions = {}) =>
  readAs(
    suggestionsAnswerSchema,
    await service.call(org, { body: { facts, input: { limit: 50 } }, now, ...options }),
  );

const idsOn = async (facts: object, options?: CallOptions) =>
  (await listOn(facts, options)).suggestions.map(({ itemId }) => itemId);

describe('a reaction', () => {
  test.each(['used', 'shared'] as const)('that an item was %s sets it aside on this record', async (kind) => {
    const facts = opportunityFacts();
    const { answer } = await reacted({ itemId: 'one', kind }, { facts });
    const { suggestions, setAside } = await listOn(facts);
    expect(suggestions.map(({ itemId }) => itemId)).not.toContain('one');
    expect(setAside).toEqual([{ itemId: 'one', title: 'Title of one', kind, reactionId: answer.reactionId }]);
  });

  test('concerns this user and this record alone', async () => {
    const facts = opportunityFacts();
    await reacted({ itemId: 'one', kind: 'used' }, { facts });
    expect(await idsOn(opportunityFacts())).toContain('one');
    expect(await idsOn(facts, { userId: '005000000000002AAA' })).toContain('one');
  });

  test.each([
    ['wrongMoment', 14],
    ['outdated', 90],
    ['haveBetter', 90],
    ['notGood', 180],
    ['notForThisCustomer', 365],
  ])('that dismisses as %s lets the item come back in %d days', async (reason, days) => {
    const { answer } = await reacted({ itemId: 'one', kind: 'dismissed', reason });
    expect(answer.until).toBe(inDays(days));
  });

  test('that dismisses takes the date that the rep names, and says it in the list', async () => {
    const facts = opportunityFacts();
    const dismissed = { itemId: 'one', kind: 'dismissed', reason: 'wrongMoment', showAgainOn: inDays(3) };
    expect((await reacted(dismissed, { facts })).answer.until).toBe(inDays(3));
    expect((await listOn(facts)).setAside).toMatchObject([
      { itemId: 'one', kind: 'dismissed', until: inDays(3) },
    ]);
  });

  test('can be undone once, and the item is back', async () => {
    const facts = opportunityFacts();
    const { answer } = await reacted({ itemId: 'one', kind: 'used' }, { facts });
    const undo = { reactionId: answer.reactionId };
    const path = '/v1/suggestions/reactions/undo';
    expect(readAs(undoAnswerSchema, await send(path, undo, { facts })).answer.itemId).toBe('one');
    expect(await idsOn(facts)).toContain('one');
    expect(await send(path, undo, { facts })).toMatchObject({
      status: 404,
      body: { code: 'reactionUnknown' },
    });
  });

  test('of somebody else, or on another record, can not be undone and is not said to exist', async () => {
    const facts = opportunityFacts();
    const { answer } = await reacted({ itemId: 'one', kind: 'used' }, { facts });
    const undo = { reactionId: answer.reactionId };
    const path = '/v1/suggestions/reactions/undo';
    const unknown = { status: 404, body: { code: 'reactionUnknown' } };
    expect(await send(path, undo, { facts, userId: '005000000000002AAA' })).toMatchObject(unknown);
    expect(await send(path, undo)).toMatchObject(unknown);
    expect(await send(path, { reactionId: randomUUID() }, { facts })).toMatchObject(unknown);
    expect(await idsOn(facts)).not.toContain('one');
  });
});

describe('a share', () => {
  test('is answered with the completed Task that Apex writes as the user', async () => {
    const facts = opportunityFacts({ Id: '006000000000077AAA' });
    const { answer, writes } = await reacted({ itemId: 'one', kind: 'shared' }, { facts });
    expect(writes).toEqual([
      {
        sobject: 'Task',
        key: `${answer.reactionId}:Task`,
        fields: {
          Subject: 'Shared: Title of one',
          Status: 'Completed',
          ActivityDate: today.toString(),
          Description: 'What one is about.\nhttps://content.example.com/one',
          WhatId: '006000000000077AAA',
        },
      },
    ]);
  });

  test('writes no Task for a user who may not create one, and says so', async () => {
    const facts = opportunityFacts({}, { access: { edit: true, createTask: false } });
    const { answer, writes } = await reacted({ itemId: 'one', kind: 'shared' }, { facts });
    expect([answer.task, writes]).toEqual([false, []]);
    const may = await reacted({ itemId: 'one', kind: 'shared' }, { facts: opportunityFacts() });
    expect(may.answer.task).toBe(true);
  });

  test.each(['internal', 'blank', 'sample', 'colleague'])(
    'of what can not be shared is refused: %s',
    async (itemId) => {
      const facts = opportunityFacts();
      const answer = await react({ itemId, kind: 'shared' }, { facts });
      expect(answer).toMatchObject({ status: 422, body: { code: 'itemNotShareable' } });
      expect(await idsOn(facts)).toContain(itemId);
      expect((await react({ itemId, kind: 'used' }, { facts })).status).toBe(200);
    },
  );
});

describe('a reaction is refused', () => {
  test.each(['gone', 'managers'])('to an item that is not there for the user: %s', async (itemId) => {
    const answer = await react({ itemId, kind: 'used' });
    expect(answer).toMatchObject({ status: 404, body: { code: 'itemUnknown' } });
    expect(answer.body).toMatchObject({ detail: `There is no item "${itemId}" for you.` });
  });

  test('to an item that was withdrawn since the list was made', async () => {
    const other = await service.addOrg();
    await service.publish(other, { items: [item('soon-gone')] });
    await service.publish(other, { retire: [{ kind: 'item', key: 'soon-gone' }] });
    const body = {
      facts: opportunityFacts(),
      input: { idempotencyKey: randomUUID(), itemId: 'soon-gone', kind: 'used' },
    };
    const answer = await service.call(other, { path: '/v1/suggestions/reactions', body, now });
    expect(answer).toMatchObject({ status: 404, body: { code: 'itemUnknown' } });
  });

  test.each<[string, object, string]>([
    ['without a reason', { kind: 'dismissed' }, 'input.reason'],
    ['with a reason nobody knows', { kind: 'dismissed', reason: 'boring' }, 'input.reason'],
    [
      'with a date that is none',
      { kind: 'dismissed', reason: 'outdated', showAgainOn: '2026-02-30' },
      'input.showAgainOn',
    ],
    [
      'with a date of today',
      { kind: 'dismissed', reason: 'outdated', showAgainOn: today.toString() },
      'input.showAgainOn',
    ],
    ['of a kind nobody knows', { kind: 'liked' }, 'input.kind'],
    ['with an empty note', { kind: 'used', note: '  ' }, 'input.note'],
    ['with a key that is no UUID', { kind: 'used', idempotencyKey: 'again' }, 'input.idempotencyKey'],
  ])('%s', async (_what, input, place) => {
    const answer = await react({ itemId: 'one', ...input });
    expect(answer).toMatchObject({ status: 400, body: { code: 'bodyInvalid', faults: [{ place }] } });
  });
});

describe('the same intention sent again', () => {
  test('gets the first answer, and the reaction is there once', async () => {
    const facts = opportunityFacts();
    const input = { idempotencyKey: randomUUID(), itemId: 'one', kind: 'shared' };
    const first = await reacted(input, { facts });
    const changed = { ...facts, record: { ...facts.record, Name: 'Renamed meanwhile' } };
    expect(await reacted(input, { facts: changed })).toEqual(first);
    expect((await listOn(facts)).setAside).toHaveLength(1);
  });

  test('several times at once is done once', async () => {
    const facts = opportunityFacts();
    const input = { idempotencyKey: randomUUID(), itemId: 'one', kind: 'used' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => reacted(input, { facts })));
    expect(new Set(answers.map(({ answer }) => answer.reactionId)).size).toBe(1);
  });

  test.each<[string, object]>([
    ['another item', { itemId: 'two' }],
    ['another note', { note: 'Sent by post' }],
  ])('with %s is a conflict', async (_what, changed) => {
    const facts = opportunityFacts();
    const input = { idempotencyKey: randomUUID(), itemId: 'one', kind: 'used' };
    await reacted(input, { facts });
    const answer = await react({ ...input, ...changed }, { facts });
    expect(answer).toMatchObject({ status: 409, body: { code: 'idempotencyKeyReused' } });
  });

  test('on another record is a conflict', async () => {
    const input = { idempotencyKey: randomUUID(), itemId: 'one', kind: 'used' };
    await reacted(input);
    expect((await react(input, { facts: opportunityFacts({ Id: salesforceId('006') }) })).status).toBe(409);
  });

  test('by another user is theirs', async () => {
    const input = { idempotencyKey: randomUUID(), itemId: 'one', kind: 'used' };
    const first = await reacted(input);
    const second = await reacted(input, { userId: '005000000000002AAA' });
    expect(second.answer.reactionId).not.toBe(first.answer.reactionId);
  });
});
