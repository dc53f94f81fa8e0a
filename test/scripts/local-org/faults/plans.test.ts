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
  const admin = await org.records.accessOf(org.adminId);
  const records = Array.from({ length: 300 }, (_, index) => ({ Name: `Account ${index}` }));
  await org.records.create(admin, 'Account', records);
});
afterEach(() => plan({}));
afterAll(() => org.end());

const limits = async (): Promise<number> =>
  ask(`${root}/limits`).then(
    ({ status }) => status,
    () => 0,
  );
const inTurn = async <Result>(count: number, work: () => Promise<Result>): Promise<Result[]> => {
  const results: Result[] = [];
  for (let turn = 0; turn < count; turn++) results.push(await work());
  return results;
};

test('the next requests get what the script says, then nothing', async () => {
  await plan({ script: ['serverError', 'none', 'lostAnswer', 'expiredToken'] });
  expect(await inTurn(6, limits)).toEqual([500, 200, 0, 401, 200, 200]);
});

test('one seed befalls the same requests with the same faults, another with others', async () => {
  const faults = ['serverError', 'requestLimit', 'lostAnswer'];
  const run = async (seed: number): Promise<number[]> => {
    await plan({ rate: 0.5, seed, faults });
    return inTurn(30, limits);
  };
  const first = await run(7);
  expect(new Set(first)).toEqual(new Set([200, 500, 403, 0]));
  expect(await run(7)).toEqual(first);
  expect(await run(8)).not.toEqual(first);
});

test('only the named addresses and methods are meant, and what happened is counted', async () => {
  await plan({ rate: 1, faults: ['serverError'], paths: ['composite', '/query'], methods: ['get'] });
  expect(await limits()).toBe(200);
  expect((await ask(`${root}/query?q=SELECT+Id+FROM+Account`)).status).toBe(500);
  expect((await ask(`${root}/composite/sobjects`, { method: 'POST', body: '{"records":[]}' })).status).toBe(
    200,
  );
  const told = (await (await ask('/local-org/faults')).json()) as object;
  expect(told).toMatchObject({ rate: 1, counts: { requests: 1, faults: { serverError: 1 } } });
});

test('a fault that cannot befall a request is not drawn for it', async () => {
  await plan({ rate: 1, faults: ['rowLock', 'pageMissing', 'duplicateDelivery'] });
  expect(await limits()).toBe(200);
  expect(await (await ask('/local-org/faults')).json()).toMatchObject({
    counts: { requests: 1, faults: {} },
  });
});

test('a plan that is none, and a fault that there is not, are refused by name', async () => {
  const refused = await ask('/local-org/faults', { method: 'PUT', body: '{"rate":2}' });
  expect(refused.status).toBe(400);
  expect(await refused.json()).toEqual([
    expect.objectContaining({ message: expect.stringContaining('rate') }),
  ]);
  const unknown = await ask(`${root}/limits`, { headers: { 'x-local-org-fault': 'earthquake' } });
  expect(await unknown.json()).toEqual([
    { errorCode: 'INVALID_INPUT', message: expect.stringContaining('earthquake') },
  ]);
});

test('the switch is for users who may modify all data', async () => {
  const standard = await org.sessions.open(org.integrationId);
  const { records } = org;
  const admin = await records.accessOf(org.adminId);
  const { records: profiles } = await records.query(
    admin,
    "SELECT Id FROM Profile WHERE Name = 'Standard User'",
  );
  await records.update(admin, 'User', [{ Id: org.integrationId, ProfileId: profiles[0]?.['Id'] }]);
  const response = await ask('/local-org/faults', { headers: { Authorization: `Bearer ${standard}` } });
  expect(response.status).toBe(403);
});

const pageOf = async (fault: string): Promise<Record<string, unknown>> => {
  const response = await ask(`${root}/query?q=SELECT+Id,+Name+FROM+Account`, {
    headers: { 'x-local-org-fault': fault, 'sforce-query-options': 'batchSize=200' },
  });
  return (await response.json()) as Record<string, unknown>;
};

test('a page may lack the address of the next one', async () => {
  const page = await pageOf('pageMissing');
  expect(page).toMatchObject({ totalSize: 300, done: false });
  expect(page).not.toHaveProperty('nextRecordsUrl');
});

test('a composite answer may lack one of its parts', async () => {
  const compositeRequest = ['a', 'b'].map((referenceId) => ({
    method: 'GET',
    url: `${root}/query?q=SELECT+Id+FROM+Account+LIMIT+1`,
    referenceId,
  }));
  const response = await ask(`${root}/composite`, {
    method: 'POST',
    body: JSON.stringify({ compositeRequest }),
    headers: { 'x-local-org-fault': 'pageMissing' },
  });
  expect(((await response.json()) as { compositeResponse: unknown[] }).compositeResponse).toHaveLength(1);
});

test('a record may be of a type that nobody asked for', async () => {
  const { records } = (await pageOf('wrongType')) as { records: { attributes: { type: string } }[] };
  const types = records.map(({ attributes }) => attributes.type);
  expect(types.filter((type) => type === 'FeedItem')).toHaveLength(1);
});

test('an answer may be a page, or JSON that ends in the middle', async () => {
  await expect(pageOf('html')).rejects.toThrow('JSON');
  await expect(pageOf('invalidJson')).rejects.toThrow('JSON');
});

test('a field that has left the org is unknown to queries, saves and describe', async () => {
  await plan({ changedSchema: ['Account.Industry'] });
  await expect(connection.query('SELECT Industry FROM Account')).rejects.toMatchObject({
    errorCode: 'INVALID_FIELD',
  });
  await expect(connection.sobject('Account').create({ Name: 'x', Industry: 'Energy' })).rejects.toMatchObject(
    {
      errorCode: 'INVALID_FIELD',
    },
  );
  const { fields } = await connection.request<{ fields: { name: string }[] }>(
    `${root}/sobjects/Account/describe`,
  );
  expect(fields.map(({ name }) => name)).not.toContain('Industry');
});

test("the org's clock may be ahead of the machine's, in stamps, answers and logins", async () => {
  await plan({ clockSkewSeconds: 3600 });
  const ahead = (time: string | Date | null): number => Date.parse(String(time)) - Date.now();
  const { id = '' } = await connection.sobject('Account').create({ Name: 'Ahead' });
  const { SystemModstamp } = await connection.sobject('Account').retrieve(id);
  const response = await ask(`${root}/limits`);
  for (const time of [String(SystemModstamp), response.headers.get('date')]) {
    expect(ahead(time)).toBeGreaterThan(3_500_000);
    expect(ahead(time)).toBeLessThan(3_700_000);
  }
});
