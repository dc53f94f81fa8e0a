import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, afterAll, describe, expect, test } from '@jest/globals';
import { suggestionsAnswerSchema } from '../../../server/suggestions/index.ts';
import { item, opportunityFacts } from '../../support/content.ts';
import { readAs, startService, type TestService } from '../../support/service.ts';
import { type CallOptions, signCall, type TestOrg } from '../../support/signed-call.ts';

let service: TestService;
let org: TestOrg;

const facts = opportunityFacts();
const asked = { facts, input: {} };

const react = () => ({
  facts,
  input: { idempotencyKey: randomUUID(), itemId: 'one', kind: 'used' },
});

const path = '/v1/suggestions/reactions';

beforeAll(async () => {
  service = await startService();
  org = await service.addOrg();
  await service.publish(org, { items: [item('one'), item('two')] });
});

afterEach(() => {
  service.database.mend();
});

afterAll(() => service.close());

const suggestions = async () => readAs(suggestionsAnswerSchema, await service.call(org, { body: asked }));

const ready = async () => {
  const response = await fetch(`${service.url}/ready`);
  return { status: response.status, body: (await response.json()) as object };
};

describe('while the database is gone', () => {
  test('suggestions go on from memory, unfiltered, and say so; with it they are filtered again', async () => {
    expect((await service.call(org, { path, body: react() })).status).toBe(200);
    expect((await suggestions()).suggestions.map(({ itemId }) => itemId)).toEqual(['two']);

    service.database.cut();
    const without = await suggestions();
    expect(without.suggestions.map(({ itemId }) => itemId).toSorted()).toEqual(['one', 'two']);
    expect(without.notices).toContainEqual({ code: 'reactionsMissing', values: [] });
    expect(without.setAside).toEqual([]);

    service.database.mend();
    const again = await suggestions();
    expect(again.suggestions.map(({ itemId }) => itemId)).toEqual(['two']);
    expect(again.notices).not.toContainEqual({ code: 'reactionsMissing', values: [] });
  });

  test('a token that says the list must be newer is answered from memory', async () => {
    service.database.cut();
    const body = { facts, input: { publication: 99 } };
    expect((await service.call(org, { body })).status).toBe(200);
  });

  test('writes fail clearly and can be sent again when it is back', async () => {
    const body = { facts, input: { ...react().input, itemId: 'two' } };
    service.database.cut();
    const refused = await service.call(org, { path, body });
    expect(refused).toMatchObject({ status: 503, body: { code: 'storeUnavailable' } });
    service.database.mend();
    expect((await service.call(org, { path, body })).status).toBe(200);
  });

  test('reading an item fails clearly', async () => {
    service.database.cut();
    const answer = await service.call(org, { path: '/v1/content/item', body: { input: { itemId: 'one' } } });
    expect(answer).toMatchObject({ status: 503, body: { code: 'storeUnavailable' } });
  });

  test('an org that is not in memory is told that its library can not be read', async () => {
    const another = await service.addOrg();
    service.database.cut();
    expect(await service.call(another, { body: asked })).toMatchObject({
      status: 503,
      body: { code: 'storeUnavailable' },
    });
  });

  test('readiness says so, health does not', async () => {
    expect(await ready()).toMatchObject({ status: 200, body: { ready: true, database: 'up' } });
    service.database.cut();
    expect(await ready()).toMatchObject({
      status: 503,
      body: { ready: false, database: 'down', writes: 'refused' },
    });
    expect((await fetch(`${service.url}/health`)).status).toBe(200);
    service.database.mend();
    expect((await ready()).status).toBe(200);
  });

  test('operators see it in the metrics', async () => {
    service.database.cut();
    await suggestions();
    const metrics = await (await fetch(service.metricsUrl)).text();
    expect(metrics).toMatch(/inspire_suggestions_unfiltered_total [1-9]/);
  });
});

/** As Apex calls: it gives up after five seconds. */
const callout = async (caller: TestOrg, options: CallOptions) => {
  const { path: address, ...call } = await signCall(caller, options);
  const response = await fetch(service.url + address, { ...call, signal: AbortSignal.timeout(5_000) });
  return { status: response.status, body: (await response.json()) as object };
};

const unavailable = { status: 503, body: { code: 'storeUnavailable' } };

describe('while the database is reachable but silent, every call is answered before Apex gives up', () => {
  test('suggestions from memory, unfiltered', async () => {
    await suggestions();
    service.database.silence();
    expect(await callout(org, { body: asked })).toMatchObject({
      status: 200,
      body: { notices: expect.arrayContaining([{ code: 'reactionsMissing', values: [] }]) },
    });
  });

  test('an org that is not known: it is told', async () => {
    const another = await service.addOrg();
    service.database.silence();
    expect(await callout(another, { body: asked })).toMatchObject(unavailable);
  });

  test('an org whose library is not in memory: it is told, and served once the database is back', async () => {
    const another = await service.addOrg();
    expect((await service.call(another, { body: asked, permissions: [] })).status).toBe(403);
    service.database.silence();
    expect(await callout(another, { body: asked })).toMatchObject(unavailable);
    service.database.mend();
    expect((await service.call(another, { body: asked })).status).toBe(200);
  });

  test('a write: it is refused, and done when it is sent again', async () => {
    const body = react();
    await suggestions();
    service.database.silence();
    expect(await callout(org, { path, body })).toMatchObject(unavailable);
    service.database.mend();
    expect((await service.call(org, { path, body })).status).toBe(200);
  });
});
