import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import pino from 'pino';
import { createFollower } from '../../../../server/salesforce/follower.ts';
import { storeAccess } from '../../../../server/salesforce/index.ts';
import { outbox } from './outbox.ts';

test('a worker writes what was decided, and reads it back', async () => {
  const box = await outbox();
  const { org, storage } = box;
  const secretKey = randomBytes(32);
  const address = { orgId: org.orgId, instanceUrl: org.baseUrl, loginUrl: org.baseUrl };
  const credential = { kind: 'clientCredentials', clientSecret: 's3cret' } as const;
  const access = { ...address, clientId: 'service', username: null, credential };
  await storeAccess(storage.registry, access, secretKey);
  const task = box.task();
  await box.enqueue(task);
  let minutes = 0;
  const follow = createFollower(
    {
      ...{ store: storage.store, secretKey, apiShare: 1, log: pino({ level: 'silent' }) },
      now: () => new Date(Date.now() + 600_000 * minutes),
    },
    org.orgId,
  );
  await follow();
  expect(await box.state(task.key)).toBe('done');
  expect(await box.inOrg(task.key)).toHaveLength(1);
  for (minutes = 1; minutes < 20 && (await box.mirror('Task')).length === 0; minutes++) await follow();
  expect(await box.mirror('Task')).toEqual([expect.objectContaining({ Inspire_Key__c: task.key })]);
  await box.end();
});
