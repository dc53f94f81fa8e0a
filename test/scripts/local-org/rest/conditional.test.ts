import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Connection } from 'jsforce';
import { Temporal } from 'temporal-polyfill';
import { testOrg, type TestOrg } from '../support/org.ts';

let org: TestOrg;
let connection: Connection;
let id: string;

const at = (time: string): void => org.clock.moveTo(Temporal.Instant.from(`2026-03-02T${time}Z`));

const update = (Subject: string, since: string) =>
  connection.request({
    method: 'PATCH',
    url: `/sobjects/Task/${id}`,
    headers: { 'content-type': 'application/json', 'if-unmodified-since': since },
    body: JSON.stringify({ Subject }),
  });

const subject = async (): Promise<unknown> => (await connection.retrieve('Task', id))['Subject'];

beforeAll(async () => {
  org = await testOrg();
  connection = await org.connect();
});

beforeEach(async () => {
  at('09:00:00');
  id = (await connection.create('Task', { Subject: 'Call' })).id ?? '';
});

afterAll(() => org.end());

test('a record that did not change since then is updated', async () => {
  at('09:00:10');
  await update('Call back', 'Mon, 02 Mar 2026 09:00:00 GMT');
  expect(await subject()).toBe('Call back');
});

test('a record that changed since then is left as it is', async () => {
  at('09:00:10');
  await connection.update('Task', { Id: id, Subject: 'Mine' });
  await expect(update('Call back', 'Mon, 02 Mar 2026 09:00:00 GMT')).rejects.toMatchObject({
    errorCode: 'PRECONDITION_FAILED',
  });
  expect(await subject()).toBe('Mine');
});

test('a condition that is no date is refused', async () => {
  await expect(update('Call back', 'yesterday')).rejects.toMatchObject({ errorCode: 'INVALID_HEADER' });
});

test('each request inside a composite one has its own condition', async () => {
  const other = (await connection.create('Task', { Subject: 'Write' })).id ?? '';
  at('09:00:10');
  await connection.update('Task', { Id: other, Subject: 'Mine' });
  const compositeRequest = [id, other].map((each) => ({
    ...{ method: 'PATCH', url: `/services/data/v65.0/sobjects/Task/${each}`, referenceId: each },
    ...{ body: { Subject: 'Ours' }, httpHeaders: { 'If-Unmodified-Since': 'Mon, 02 Mar 2026 09:00:00 GMT' } },
  }));
  expect(await connection.requestPost('/composite', { compositeRequest })).toMatchObject({
    compositeResponse: [{ httpStatusCode: 204 }, { httpStatusCode: 412 }],
  });
});

test('a request inside a composite one can not have credentials of its own', async () => {
  const compositeRequest = [
    {
      ...{ method: 'GET', url: '/services/data/v65.0/limits', referenceId: 'limits' },
      httpHeaders: { Authorization: 'Bearer other' },
    },
  ];
  await expect(connection.requestPost('/composite', { compositeRequest })).rejects.toMatchObject({
    errorCode: 'INVALID_INPUT',
  });
});
