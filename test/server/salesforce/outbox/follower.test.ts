import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import pino from 'pino';
import { createFollower } from '../../../../server/salesforce/follower.ts';
import { storeAccess } from '../../../../server/salesforce/index.ts';
import { outbox } from './outbox.ts';

const following = async () => {
  const box = await outbox();
  const { org, storage } = box;
  const secretKey = randomBytes(32);
  const address = { orgId: org.orgId, instanceUrl: org.baseUrl, loginUrl: org.baseUrl };
  const credential = { kind: 'clientCredentials', clientSecret: 's3cret' } as const;
  const access = { ...address, clientId: 'service', username: null, credential };
  await storeAccess(storage.registry, access, secretKey);
  const clock = { minutes: 0 };
  const follower = createFollower(
    {
      ...{ store: storage.store, secretKey, apiShare: 1, log: pino({ level: 'silent' }) },
      stopping: new AbortController().signal,
      now: () => new Date(Date.now() + 600_000 * clock.minutes),
    },
    org.orgId,
  );
  return { box, clock, ...follower };
};

test('a worker writes what was decided, and reads it back', async () => {
  const { box, clock, deliver, sync } = await following();
  const task = box.task();
  await box.enqueue(task);
  await deliver();
  expect(await box.state(task.key)).toBe('done');
  expect(await box.inOrg(task.key)).toHaveLength(1);
  for (clock.minutes = 1; clock.minutes < 20 && (await box.mirror('Task')).length === 0; clock.minutes++)
    await sync();
  expect(await box.mirror('Task')).toEqual([expect.objectContaining({ Inspire_Key__c: task.key })]);
  await box.end();
});

test('what is decided is written while the first load waits for the org', async () => {
  const { box, deliver, sync } = await following();
  const task = box.task();
  await box.enqueue(task);
  await box.faults({ script: ['slow'], slowMs: 3_000, paths: ['jobs/query'] });
  const loading = sync();
  await deliver();
  expect(await Promise.race([loading.then(() => 'loaded'), box.state(task.key)])).toBe('done');
  await loading;
  await box.end();
});
