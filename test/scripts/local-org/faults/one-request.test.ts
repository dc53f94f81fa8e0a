import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Connection } from 'jsforce';
import { testOrg, type TestOrg } from '../support/org.ts';
import { type Asking, asking, root } from './asking.ts';

let org: TestOrg;
let connection: Connection;
let ask: Asking['ask'];
let plan: Asking['plan'];
beforeAll(async () => {
  org = await testOrg();
  connection = await org.connect();
  ({ ask, plan } = await asking(org));
});
afterEach(() => plan({}));
afterAll(() => org.end());

const countOf = async (name: string): Promise<number> =>
  (await connection.query(`SELECT COUNT() FROM Account WHERE Name = '${name}'`)).totalSize;

test.each([
  ['expiredToken', 'INVALID_SESSION_ID'],
  ['requestLimit', 'REQUEST_LIMIT_EXCEEDED'],
  ['rowLock', 'UNABLE_TO_LOCK_ROW'],
])('jsforce tells %s by its code, and nothing is written', async (fault, errorCode) => {
  await plan({ script: [fault] });
  await expect(connection.sobject('Account').create({ Name: fault })).rejects.toMatchObject({ errorCode });
  expect(await countOf(fault)).toBe(0);
});

test.each([
  ['expiredToken', 401],
  ['requestLimit', 403],
  ['rowLock', 400],
  ['serverError', 500],
  ['unavailable', 503],
])('a request that asks for %s by header gets %i', async (fault, status) => {
  const response = await ask(`${root}/sobjects/Account`, {
    method: 'POST',
    body: '{"Name":"Header"}',
    headers: { 'x-local-org-fault': fault },
  });
  expect(response.status).toBe(status);
  expect(await countOf('Header')).toBe(0);
});

test('an org that is down answers JSON or a page', async () => {
  await plan({ rate: 1, faults: ['unavailable'], seed: 5 });
  const types = new Set<string | null>();
  for (let turn = 0; turn < 12; turn++) types.add((await ask(`${root}/limits`)).headers.get('content-type'));
  expect([...types].sort()).toEqual(['application/json; charset=utf-8', 'text/html; charset=UTF-8']);
});

test('an answer that is lost leaves the write where it is', async () => {
  await plan({ script: ['lostAnswer'] });
  await expect(connection.sobject('Account').create({ Name: 'Lost' })).rejects.toThrow();
  expect(await countOf('Lost')).toBe(1);
});

test('an answer that is cut begins and does not end; the write stays', async () => {
  // jsforce leaves the error of a broken body to the process, so plain HTTP asks here.
  const response = await ask(`${root}/sobjects/Account`, {
    method: 'POST',
    body: '{"Name":"Cut"}',
    headers: { 'x-local-org-fault': 'cutAnswer' },
  });
  expect(response.status).toBe(201);
  await expect(response.text()).rejects.toThrow('terminated');
  expect(await countOf('Cut')).toBe(1);
});

test('a slow answer comes after the work is done', async () => {
  await plan({ script: ['slow'], slowMs: 60_000 });
  const stop = new AbortController();
  const answer = ask(`${root}/sobjects/Account`, {
    method: 'POST',
    body: '{"Name":"Slow"}',
    signal: stop.signal,
  });
  while ((await countOf('Slow')) === 0);
  stop.abort();
  await expect(answer).rejects.toThrow('aborted');
});

test('the result of a bulk query breaks off in the middle', async () => {
  await connection
    .sobject('Account')
    .create(Array.from({ length: 40 }, (_, index) => ({ Name: `Bulk ${index}` })));
  const rows = await connection.bulk2.query('SELECT Name FROM Account');
  expect((await rows.toArray()).length).toBeGreaterThanOrEqual(40);
  const { records } = (await (await ask(`${root}/jobs/query`)).json()) as { records: { id: string }[] };
  const response = await ask(`${root}/jobs/query/${records[0]?.id ?? ''}/results`, {
    headers: { 'x-local-org-fault': 'cutAnswer' },
  });
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow('terminated');
});

test('a request that the network repeats is carried out twice', async () => {
  await plan({ script: ['duplicateDelivery'] });
  expect(await connection.sobject('Account').create({ Name: 'Twice' })).toMatchObject({ success: true });
  expect(await countOf('Twice')).toBe(2);
});

test('of a collection some rows are locked and the others are saved', async () => {
  await plan({ script: ['rowLock'] });
  const results = await connection
    .sobject('Account')
    .create(Array.from({ length: 20 }, () => ({ Name: 'Locked' })));
  const failed = results.flatMap((result) => (result.success ? [] : result.errors));
  expect(failed.length).toBeGreaterThan(0);
  expect(failed).toEqual(failed.map(() => expect.objectContaining({ statusCode: 'UNABLE_TO_LOCK_ROW' })));
  expect(await countOf('Locked')).toBe(20 - failed.length);
});

test('with allOrNone one locked row keeps all others from being saved', async () => {
  await plan({ script: ['rowLock'] });
  const results = await connection
    .sobject('Account')
    .create([{ Name: 'Together' }, { Name: 'Together' }, { Name: 'Together' }], { allOrNone: true });
  expect(results.some(({ success }) => success)).toBe(false);
  expect(await countOf('Together')).toBe(0);
});
