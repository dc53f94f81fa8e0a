import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { countOpen, readParked, retryParked } from '../../../../server/salesforce/outbox/index.ts';
import type { Tenant } from '../../../../server/store/index.ts';
import { type Outbox, outbox } from './outbox.ts';

let box: Outbox;

beforeAll(async () => {
  box = await outbox();
});

afterAll(() => box.end());

const inTenant = <Result>(work: (tenant: Tenant, orgId: string) => Promise<Result>): Promise<Result> =>
  box.storage.store.inTenant(box.org.orgId, (tenant) => work(tenant, box.org.orgId));

const deletedDeal = async (): Promise<string> => {
  const { id = '' } = await box.rep.create('Opportunity', {
    ...{ Name: 'Gone', StageName: 'Prospecting', CloseDate: '2026-12-31' },
  });
  await box.rep.destroy('Opportunity', id);
  return id;
};

test('a row that Salesforce refuses is parked with its words; the others are written', async () => {
  const fine = [box.task(), box.task()];
  const tooLong = box.task({ Subject: 'x'.repeat(256) });
  const orphan = box.task({ WhatId: await deletedDeal() });
  await box.enqueue(...fine, tooLong, orphan);
  await box.deliver();
  expect(await Promise.all(fine.map(({ key }) => box.state(key)))).toEqual(['done', 'done']);
  expect(await box.state(tooLong.key)).toBe('parked: STRING_TOO_LONG');
  const parked = await inTenant(readParked);
  expect(parked).toHaveLength(2);
  expect(parked).toContainEqual(
    expect.objectContaining({
      ...{ sobject: 'Task', relatedId: orphan.fields.WhatId, ownerId: box.org.adminId, recordId: null },
      message: expect.stringMatching(/\w/),
    }),
  );
  expect(await inTenant(countOpen)).toEqual({ waiting: 0, parked: 2 });
});

test('a parked row is not tried again by itself', async () => {
  expect(await box.deliver()).toBe(0);
});

test('a parked row is written once what stood in its way is gone and somebody asks for it', async () => {
  const task = box.task({ Priority: 'High' });
  await box.faults({ changedSchema: ['Task.Priority'] });
  await box.enqueue(task);
  await box.deliver();
  expect(await box.state(task.key)).toBe('parked: INVALID_FIELD');
  await box.faults({});
  const [last] = await inTenant(readParked);
  expect(await inTenant((tenant, orgId) => retryParked(tenant, orgId, [last?.id ?? '']))).toBe(1);
  await box.deliver();
  expect(await box.state(task.key)).toBe('done');
});

test('a row of somebody who left waits for an owner', async () => {
  const id = box.org.integrationId;
  await box.rep.update('User', { Id: id, IsActive: false });
  const task = box.task({ OwnerId: id });
  await box.enqueue(task);
  await box.deliver();
  expect(await box.state(task.key)).toBe('parked: INACTIVE_OWNER_OR_USER');
  await box.enqueue({ ...task, fields: { ...task.fields, OwnerId: box.org.adminId } });
  await box.deliver();
  expect(await box.state(task.key)).toBe('done');
});

test('a row that is refused again is parked again', async () => {
  expect(await inTenant(retryParked)).toBe(2);
  expect(await box.deliver()).toBe(2);
  expect(await inTenant(countOpen)).toEqual({ waiting: 0, parked: 2 });
});

test('a parked row is written when a later decision makes it right', async () => {
  const task = box.task({ Subject: 'x'.repeat(256) });
  await box.enqueue(task);
  await box.deliver();
  await box.enqueue({ ...task, fields: { ...task.fields, Subject: 'Call' } });
  await box.deliver();
  expect(await box.state(task.key)).toBe('done');
});

test('to try nothing again is nothing', async () => {
  expect(await inTenant((tenant, orgId) => retryParked(tenant, orgId, []))).toBe(0);
});
