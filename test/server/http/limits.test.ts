import { afterEach, describe, expect, test } from '@jest/globals';
import { item, opportunityFacts } from '../../support/content.ts';
import { startService, type TestService } from '../../support/service.ts';

let service: TestService | undefined;

afterEach(() => service?.close());

const asked = () => ({ facts: opportunityFacts(), input: {} });

describe('requests are limited', () => {
  test('by user of an org, after the signature was verified', async () => {
    service = await startService({ environment: { USER_REQUESTS_PER_MINUTE: '2' } });
    const org = await service.addOrg();
    await service.publish(org, { items: [item('one')] });
    const statuses = [];
    for (const userId of [
      '005000000000001AAA',
      '005000000000001AAA',
      '005000000000001AAA',
      '005000000000002AAA',
    ])
      statuses.push((await service.call(org, { body: asked(), userId })).status);
    expect(statuses).toEqual([200, 200, 429, 200]);
  });

  test('not for a user in whose name somebody else sends unsigned requests', async () => {
    service = await startService({ environment: { USER_REQUESTS_PER_MINUTE: '1' } });
    const org = await service.addOrg();
    await service.publish(org, { items: [item('one')] });
    for (let time = 0; time < 3; time += 1)
      await service.call(org, { body: asked(), headers: { 'x-inspire-org-secret': 'guess' } });
    expect((await service.call(org, { body: asked() })).status).toBe(200);
  });

  test('by address, before anything is verified, and say when to come back', async () => {
    service = await startService({ environment: { ADDRESS_REQUESTS_PER_MINUTE: '2' } });
    const { url } = service;
    const health = () => fetch(`${url}/health`);
    expect([(await health()).status, (await health()).status]).toEqual([200, 200]);
    const refused = await health();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(await refused.json()).toMatchObject({ code: 'tooManyRequests' });
  });
});
