import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { enqueueWrites } from '../../../../server/salesforce/outbox/index.ts';
import { type Outbox, outbox } from './outbox.ts';

let box: Outbox;

beforeAll(async () => {
  box = await outbox();
});

afterAll(() => box.end());

/** A task that the outbox has made in the org. @returns its key and id */
const delivered = async () => {
  const write = box.task();
  await box.enqueue(write);
  await box.deliver();
  const [row] = await box.inOrg(write.key);
  return { write, key: write.key, id: String(row?.['Id']) };
};

test('what is decided is written, as a task and as an event', async () => {
  const task = box.task();
  const [StartDateTime, EndDateTime] = ['2026-03-10T09:00:00Z', '2026-03-10T09:30:00Z'];
  const event = { OwnerId: box.org.adminId, Subject: 'Review', StartDateTime, EndDateTime };
  await box.enqueue(task, { sobject: 'Event', key: 'a:Event', fields: event });
  await box.deliver();
  expect(await box.inOrg(task.key)).toEqual([
    expect.objectContaining({ Subject: 'Call', ActivityDate: '2026-03-10' }),
  ]);
  expect(await box.inOrg('a:Event')).toEqual([expect.objectContaining({ Subject: 'Review' })]);
  expect(await box.state(task.key)).toBe('done');
});

test('what is not decided in the end is not written', async () => {
  const task = box.task();
  const undone = box.storage.store.inTenant(box.org.orgId, async (tenant) => {
    await enqueueWrites(tenant, box.org.orgId, [task]);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await box.deliver()).toBe(0);
  expect(await box.inOrg(task.key)).toEqual([]);
});

test('of what waits for one key the last word is written', async () => {
  const { key, ...task } = box.task();
  for (const Subject of ['First', 'Second', 'Third'])
    await box.enqueue({ ...task, key, fields: { ...task.fields, Subject } });
  expect(await box.deliver()).toBe(1);
  expect(await box.inOrg(key)).toEqual([expect.objectContaining({ Subject: 'Third' })]);
});

test('the same decision again is nothing to write', async () => {
  const { write } = await delivered();
  await box.enqueue(write);
  expect(await box.deliver()).toBe(0);
});

test('what is cancelled before it was written is never made', async () => {
  const task = box.task();
  await box.enqueue(task, { sobject: 'Task', key: task.key, cancel: { Status: 'Deferred' } });
  await box.deliver();
  expect(await box.inOrg(task.key)).toEqual([]);
  await box.enqueue(task);
  await box.deliver();
  expect(await box.inOrg(task.key)).toHaveLength(1);
});

test('what is cancelled later says so, and nothing else of it changes', async () => {
  const { key } = await delivered();
  await box.enqueue({ sobject: 'Task', key, cancel: { Status: 'Deferred' } });
  await box.deliver();
  expect(await box.inOrg(key)).toEqual([expect.objectContaining({ Status: 'Deferred', Subject: 'Call' })]);
});

test('a field that a rep changed stays the rep’s; the others follow the decision', async () => {
  const { write, key, id } = await delivered();
  await box.rep.update('Task', { Id: id, Subject: 'Call Ms Brunner' });
  await box.enqueue({ ...write, fields: { ...write.fields, Subject: 'Write', ActivityDate: '2026-03-20' } });
  await box.deliver();
  expect(await box.inOrg(key)).toEqual([
    expect.objectContaining({ Subject: 'Call Ms Brunner', ActivityDate: '2026-03-20' }),
  ]);
  expect(await box.state(key)).toBe('done');
});

test('what a rep changes between our look and our write is not written over', async () => {
  const { write, key, id } = await delivered();
  await box.enqueue({ ...write, fields: { ...write.fields, Subject: 'Write' } });
  const { connection } = box;
  await box.deliver({
    ...connection,
    open: async (...request) => {
      const seen = await connection.open(...request);
      await box.rep.update('Task', { Id: id, Subject: 'Call Ms Brunner' });
      return seen;
    },
  });
  expect(await box.inOrg(key)).toEqual([expect.objectContaining({ Subject: 'Call Ms Brunner' })]);
  expect(await box.state(key)).toBe('waiting');
  await box.deliver();
  expect(await box.inOrg(key)).toEqual([expect.objectContaining({ Subject: 'Call Ms Brunner' })]);
  expect(await box.state(key)).toBe('done');
});

test('what is decided while a row is on its way follows it', async () => {
  const { write, key } = await delivered();
  await box.enqueue({ ...write, fields: { ...write.fields, Subject: 'Write' } });
  const { connection } = box;
  await box.deliver({
    ...connection,
    open: async (...request) => {
      await box.enqueue({ ...write, fields: { ...write.fields, Subject: 'Visit' } });
      return connection.open(...request);
    },
  });
  expect(await box.inOrg(key)).toEqual([expect.objectContaining({ Subject: 'Write' })]);
  expect(await box.state(key)).toBe('waiting');
  await box.deliver();
  expect(await box.inOrg(key)).toEqual([expect.objectContaining({ Subject: 'Visit' })]);
  expect(await box.state(key)).toBe('done');
});

test('what a rep deleted is never made again, whatever is decided later', async () => {
  const { write, key, id } = await delivered();
  await box.rep.destroy('Task', id);
  for (const Subject of ['Write', 'Call again']) {
    await box.enqueue({ ...write, fields: { ...write.fields, Subject } });
    await box.deliver();
  }
  expect(await box.inOrg(key)).toEqual([expect.objectContaining({ Id: id, IsDeleted: true })]);
  expect(await box.state(key)).toBe('withdrawn');
});

test('a key of another form is refused before anything is noted', async () => {
  const task = { ...box.task(), key: "x' OR Id != '" };
  await expect(box.enqueue(task)).rejects.toThrow('is not made of');
});
