import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { item, opportunityFacts } from '../../support/content.ts';
import { startService, type TestService } from '../../support/service.ts';
import { signCall, type TestOrg } from '../../support/signed-call.ts';

let first: TestService;
let second: TestService;
let org: TestOrg;

beforeAll(async () => {
  first = await startService();
  second = await startService({ beside: first });
  org = await first.addOrg();
  await first.publish(org, { items: [item('one')] });
});

afterAll(async () => {
  await second.close();
  await first.close();
});

const used = (idempotencyKey: string) => ({
  facts: opportunityFacts({ Id: '006000000000001AAA' }),
  input: { idempotencyKey, itemId: 'one', kind: 'used' },
});

const key = '01890a5d-ac96-774b-bcce-b302099a8057';

describe('a write that was received', () => {
  test('is refused by every other process when it comes again', async () => {
    const call = await signCall(org, { path: '/v1/suggestions/reactions', body: used(key) });
    expect((await first.send(call)).status).toBe(200);
    expect(await second.send(call)).toMatchObject({ status: 401, body: { code: 'signatureReplayed' } });
  });

  test('is refused when it comes again even if it failed the first time', async () => {
    const body = { ...used(key), input: { ...used(key).input, itemId: 'nothing' } };
    const call = await signCall(org, { path: '/v1/suggestions/reactions', body });
    expect(await first.send(call)).toMatchObject({ status: 409, body: { code: 'idempotencyKeyReused' } });
    expect(await second.send(call)).toMatchObject({ status: 401, body: { code: 'signatureReplayed' } });
  });
});
