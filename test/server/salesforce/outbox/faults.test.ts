import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { enqueueWrites, deliverTurn } from '../../../../server/salesforce/outbox/index.ts';
import { claimDue, noteSending } from '../../../../server/salesforce/outbox/claim.ts';
import { openStore } from '../../../../server/store/index.ts';
import { type Outbox, outbox } from './outbox.ts';

let box: Outbox;

beforeAll(async () => {
  box = await outbox();
});

afterEach(() => box.faults({}));

afterAll(() => box.end());

const subjects = async (key: string) => (await box.inOrg(key)).map(({ Subject }) => Subject);

test.each([
  'expiredToken',
  'requestLimit',
  'serverError',
  'unavailable',
  'html',
  'cutAnswer',
  'lostAnswer',
  'invalidJson',
  'duplicateDelivery',
] as const)('after %s on a new row there is one row in the end', async (fault) => {
  const task = box.task();
  await box.enqueue(task);
  await box.faults({ script: [fault], paths: ['composite'] });
  await box.deliver();
  await box.deliver();
  expect(await subjects(task.key)).toEqual(['Call']);
  expect(await box.state(task.key)).toBe('done');
});

test.each([
  'requestLimit',
  'unavailable',
  'html',
  'cutAnswer',
  'lostAnswer',
  'pageMissing',
  'rowLock',
  'duplicateDelivery',
] as const)('after %s on a change the row says in the end what was decided', async (fault) => {
  const task = box.task();
  await box.enqueue(task);
  await box.deliver();
  await box.enqueue({ ...task, fields: { ...task.fields, Subject: 'Write' } });
  await box.faults({ script: [fault], paths: ['composite'] });
  for (let turn = 0; turn < 3; turn++) await box.deliver();
  expect(await subjects(task.key)).toEqual(['Write']);
  expect(await box.state(task.key)).toBe('done');
});

test.each(['unavailable', 'cutAnswer', 'wrongType', 'html'] as const)(
  'after %s on a look nothing is written before the next',
  async (fault) => {
    const task = box.task();
    await box.enqueue(task);
    await box.deliver();
    await box.enqueue({ ...task, fields: { ...task.fields, Subject: 'Write' } });
    await box.faults({ script: [fault], paths: ['queryAll'] });
    await box.deliver();
    expect(await subjects(task.key)).toEqual(['Call']);
    await box.deliver();
    expect(await subjects(task.key)).toEqual(['Write']);
  },
);

test('a change that arrived without our knowing stays ours when the decision changes again', async () => {
  const task = box.task();
  await box.enqueue(task);
  await box.deliver();
  await box.enqueue({ ...task, fields: { ...task.fields, Subject: 'Write' } });
  await box.faults({ script: ['lostAnswer'], paths: ['composite'] });
  await box.deliver();
  await box.enqueue({ ...task, fields: { ...task.fields, Subject: 'Visit' } });
  await box.deliver();
  expect(await subjects(task.key)).toEqual(['Visit']);
});

test('a new row that arrived without our knowing and was then deleted is not made again', async () => {
  const task = box.task();
  await box.enqueue(task);
  await box.faults({ script: ['lostAnswer'], paths: ['composite'] });
  await box.deliver();
  const [row] = await box.inOrg(task.key);
  await box.rep.destroy('Task', String(row?.['Id']));
  await box.deliver();
  expect(await box.inOrg(task.key)).toHaveLength(1);
  expect(await box.state(task.key)).toBe('withdrawn');
});

test('a process that dies between sending and noting leaves one row, which the next process finds', async () => {
  const { org, storage } = box;
  const task = box.task();
  await box.enqueue(task);
  await storage.store.inTenant(org.orgId, async (tenant) => {
    const lease = { now: new Date(), until: new Date(Date.now() + 30_000) };
    const claim = await claimDue(tenant, org.orgId, 'Task', lease);
    const intents = claim.rows.map(({ id }) => ({ id, written: { Subject: ['Call'] } }));
    await noteSending(tenant, org.orgId, claim, intents);
  });
  await box.rep.create('Task', { ...task.fields, Inspire_Key__c: task.key });
  const now = () => new Date();
  expect(await deliverTurn({ store: storage.store, connection: box.connection, now })).toBe(0);
  await box.deliver();
  expect(await subjects(task.key)).toEqual(['Call']);
  expect(await box.state(task.key)).toBe('done');
});

test('two processes deliver each row once', async () => {
  const { org, storage, connection } = box;
  const tasks = Array.from({ length: 450 }, () => box.task());
  await storage.store.inTenant(org.orgId, (tenant) => enqueueWrites(tenant, org.orgId, tasks));
  const other = openStore({ url: storage.connections.url, onError: () => undefined });
  const taken: number[] = [];
  const deliverAll = async (store: typeof other): Promise<void> => {
    for (;;) {
      const rows = await deliverTurn({ store, connection, now: () => new Date() });
      if (rows === 0) return;
      taken.push(rows);
    }
  };
  await Promise.all([deliverAll(storage.store), deliverAll(other)]);
  await other.close();
  expect(taken.toSorted()).toEqual([200, 200, 50]);
  const { totalSize } = await box.rep.query("SELECT COUNT() FROM Task WHERE Inspire_Key__c >= '0000'");
  const all = await box.rep.query('SELECT COUNT_DISTINCT(Inspire_Key__c) keys FROM Task');
  expect(all.records[0]?.['keys']).toBe(totalSize);
});
