import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { enqueueWrites } from '../../../../server/salesforce/outbox/index.ts';
import { parkedWritesSchema, retryAnswerSchema } from '../../../../server/salesforce/routes/parked-writes.ts';
import { readAs, startService, type TestService } from '../../../support/service.ts';
import { salesforceId, type TestOrg } from '../../../support/signed-call.ts';

let service: TestService;
let org: TestOrg;

beforeAll(async () => {
  service = await startService({ environment: { ROLE: 'web' } });
});

beforeEach(async () => {
  org = await service.addOrg();
});

afterAll(() => service.close());

const call = (path: string, input: object, { of = org, permissions = ['Inspire_Admin'] } = {}) =>
  service.call(of, { path: `/v1/salesforce/outbox${path}`, body: { input }, permissions });

const parkedIn = async (of = org) => readAs(parkedWritesSchema, await call('', {}, { of }));

const retry = async (input: object, of = org) =>
  readAs(retryAnswerSchema, await call('/retry', { idempotencyKey: randomUUID(), ...input }, { of })).answer;

const ownerId = salesforceId('005');
const dealId = salesforceId('006');

/** A task that Salesforce refused, or that still waits. */
const write = (state: 'parked' | 'waiting', { orgId } = org, WhatId = dealId) =>
  service.storage.store.inTenant(orgId, async (tenant) => {
    const key = `${randomUUID()}:Task`;
    const fields = { OwnerId: ownerId, WhatId, Subject: 'Call', Status: 'Open', ActivityDate: null };
    await enqueueWrites(tenant, orgId, [{ sobject: 'Task', key, fields }]);
    const problem = { code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'A call needs a phone number.' };
    await tenant
      .updateTable('outbox_write')
      .set({ state, ...(state === 'parked' && { problem: JSON.stringify(problem) }) })
      .where('key', '=', key)
      .execute();
  });

const known = (table: 'mirror_user' | 'mirror_opportunity', id: string, name: string) =>
  service.storage.store.inTenant(org.orgId, (tenant) =>
    sql`insert into ${sql.table(table)} (org_id, "Id", "Name", "SystemModstamp")
      values (${org.orgId}, ${id}, ${name}, now())`.execute(tenant),
  );

describe('what could not be written', () => {
  test('is nothing in a quiet org', async () => {
    expect(await parkedIn()).toEqual({ waiting: 0, parked: 0, writes: [] });
  });

  test('is shown with the words of Salesforce, the record that it is about and its owner', async () => {
    await known('mirror_user', ownerId, 'Jana Roth');
    await known('mirror_opportunity', dealId, 'Brunner – 240 vehicles');
    await write('parked');
    await write('waiting');
    const { waiting, parked, writes } = await parkedIn();
    expect([waiting, parked]).toEqual([1, 1]);
    expect(writes).toEqual([
      {
        ...{ id: expect.any(String), sobject: 'Task', recordId: null, parkedAt: expect.any(String) },
        about: { recordId: dealId, sobject: 'Opportunity', name: 'Brunner – 240 vehicles' },
        owner: 'Jana Roth',
        code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        message: 'A call needs a phone number.',
      },
    ]);
  });

  test('is shown without a link to what is not in the mirror', async () => {
    await write('parked', org, salesforceId('500'));
    expect((await parkedIn()).writes).toMatchObject([{ about: null, owner: null }]);
  });
});

describe('trying again', () => {
  test('takes the named one, or all', async () => {
    for (let each = 0; each < 3; each += 1) await write('parked');
    const [first] = (await parkedIn()).writes;
    expect(await retry({ ids: [first?.id] })).toEqual({ retried: 1 });
    expect(await parkedIn()).toMatchObject({ waiting: 1, parked: 2 });
    expect(await retry({})).toEqual({ retried: 2 });
    expect(await parkedIn()).toEqual({ waiting: 3, parked: 0, writes: [] });
  });

  test('happens once for one intention, and is audited', async () => {
    await write('parked');
    const input = { idempotencyKey: randomUUID() };
    expect(await retry(input)).toEqual({ retried: 1 });
    await write('parked');
    expect(await retry(input)).toEqual({ retried: 1 });
    expect((await parkedIn()).parked).toBe(1);
    const acts = await service.storage.store.inTenant(org.orgId, (tenant) =>
      tenant.selectFrom('audit').select(['action', 'detail']).execute(),
    );
    expect(acts).toEqual([{ action: 'outbox.retry', detail: { retried: 1 } }]);
  });

  test('reaches no other org', async () => {
    await write('parked');
    const [parked] = (await parkedIn()).writes;
    expect(await retry({ ids: [parked?.id] }, await service.addOrg())).toEqual({ retried: 0 });
    expect((await parkedIn()).parked).toBe(1);
  });

  test.each([{ ids: [] }, { ids: ['x'] }, { idempotencyKey: 'x' }])('refuses %j', async (input) => {
    expect(await call('/retry', { idempotencyKey: randomUUID(), ...input })).toMatchObject({
      status: 400,
      body: { code: 'bodyInvalid' },
    });
  });
});

test.each(['', '/retry'])('a rep or manager may not use /v1/salesforce/outbox%s', async (path) => {
  const input = path === '' ? {} : { idempotencyKey: randomUUID() };
  expect(await call(path, input, { permissions: ['Inspire_Use', 'Inspire_Manager'] })).toMatchObject({
    status: 403,
    body: { code: 'permissionMissing' },
  });
});
