import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Connection } from 'jsforce';
import { Temporal } from 'temporal-polyfill';
import { createApiUsage } from '../../../../scripts/local-org/rest/limits.ts';
import { asking, type Asking, root } from '../faults/asking.ts';
import { testOrg, type TestOrg } from '../support/org.ts';

let org: TestOrg;
let connection: Connection;
let ask: Asking['ask'];
beforeAll(async () => {
  org = await testOrg();
  connection = await org.connect();
  ({ ask } = await asking(org));
});
afterAll(() => org.end());

const used = async (): Promise<number> => {
  const told = (await (await ask('/local-org/limits')).json()) as { dailyApiRequests: { used: number } };
  return told.dailyApiRequests.used;
};
const usedBy = async (work: () => PromiseLike<unknown>): Promise<number> => {
  const before = await used();
  await work();
  return (await used()) - before;
};
const set = (limits: object): Promise<Response> =>
  ask('/local-org/limits', { method: 'PUT', body: JSON.stringify(limits) });

test('every request is one call, however much it holds', async () => {
  const query = `${root}/query?q=SELECT+Id+FROM+Account`;
  const compositeRequest = ['a', 'b', 'c', 'd', 'e'].map((referenceId) => ({
    method: 'GET',
    url: query,
    referenceId,
  }));
  expect(await usedBy(() => connection.requestPost('/composite', { compositeRequest }))).toBe(1);
  expect(await usedBy(() => connection.sobject('Account').create([{ Name: 'a' }, { Name: 'b' }]))).toBe(1);
  expect(await usedBy(() => connection.query('SELECT Id FROM Account'))).toBe(1);
  expect(await usedBy(() => ask(`${root}/nothing`))).toBe(1);
});

test('each call of a bulk job counts: made, looked at, fetched part by part', async () => {
  const { id } = await connection.requestPost<{ id: string }>('/jobs/query', {
    operation: 'query',
    query: 'SELECT Id FROM Account',
  });
  const job = `${root}/jobs/query/${id}`;
  const done = async (): Promise<boolean> => {
    const told = (await (await ask(job)).json()) as { state: string };
    return told.state === 'JobComplete';
  };
  while (!(await done()));
  expect(
    await usedBy(async () => {
      await ask(job);
      const first = await ask(`${job}/results?maxRecords=1`);
      await first.text();
      const locator = first.headers.get('sforce-locator') ?? '';
      await (await ask(`${job}/results?maxRecords=1&locator=${locator}`)).text();
    }),
  ).toBe(3);
});

test('logins, calls without a session and calls to the switches do not count', async () => {
  expect(
    await usedBy(async () => {
      await fetch(`${org.baseUrl}/services/data`);
      await fetch(`${org.baseUrl}${root}/limits`);
      await fetch(`${org.baseUrl}/services/oauth2/token`, { method: 'POST' });
      await set({});
    }),
  ).toBe(0);
});

test('calls that are used up are refused, and each answer tells where the org stands', async () => {
  await set({ max: 50, used: 49 });
  const last = await ask(`${root}/limits`);
  expect(last.headers.get('sforce-limit-info')).toBe('api-usage=50/50');
  expect(await last.json()).toMatchObject({ DailyApiRequests: { Max: 50, Remaining: 0 } });
  await expect(connection.query('SELECT Id FROM Account')).rejects.toMatchObject({
    errorCode: 'REQUEST_LIMIT_EXCEEDED',
  });
  const refused = await ask(`${root}/limits`);
  expect([refused.status, refused.headers.get('sforce-limit-info')]).toEqual([403, 'api-usage=50/50']);
  await set({ max: 1000 });
  expect(await usedBy(() => connection.query('SELECT Id FROM Account'))).toBe(1);
});

test('a limit that is none is refused by name', async () => {
  const response = await set({ max: 0 });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('max');
});

test('a call is forgotten after 24 hours', () => {
  let now = Temporal.Instant.from('2026-01-31T09:30:00Z');
  const usage = createApiUsage(() => now);
  usage.count();
  now = now.add({ hours: 12 });
  usage.count();
  expect(usage.daily().used).toBe(2);
  now = now.add({ hours: 12 });
  expect(usage.daily().used).toBe(1);
});
