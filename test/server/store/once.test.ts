import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { z } from 'zod';
import { answerOnce, type Intention, type Tenant, useToken } from '../../../server/store/index.ts';
import { freshStore, type TestStore } from '../../support/postgres.ts';

let fixture: TestStore;
let orgId: string;
let otherOrgId: string;

beforeAll(async () => {
  fixture = await freshStore();
  orgId = await fixture.addOrganization();
  otherOrgId = await fixture.addOrganization();
});

afterAll(() => fixture.close());

const soon = new Date(Date.now() + 60_000);

const use = (org: string, tokenId: string): Promise<void> =>
  fixture.store.inTenant(org, (tenant) => useToken(tenant, org, tokenId, soon));

describe('a token', () => {
  test('counts once', async () => {
    await use(orgId, 'once');
    await expect(use(orgId, 'once')).rejects.toMatchObject({ code: 'signatureReplayed' });
  });

  test('counts once when it comes twice at the same time', async () => {
    const results = await Promise.allSettled([use(orgId, 'twice'), use(orgId, 'twice')]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test("of one org does not use up another org's", async () => {
    await use(orgId, 'shared');
    await expect(use(otherOrgId, 'shared')).resolves.toBeUndefined();
  });
});

const answerSchema = z.strictObject({ n: z.int() });

const intention = (changes: Partial<Intention> = {}): Intention => ({
  orgId,
  userId: '005TEST00000000001',
  operation: 'react',
  idempotencyKey: 'key',
  bodyHash: 'body',
  ...changes,
});

const once = (wanted: Intention, work: (tenant: Tenant) => Promise<{ n: number }>): Promise<{ n: number }> =>
  fixture.store.inTenant(wanted.orgId, (tenant) =>
    answerOnce(tenant, wanted, answerSchema, () => work(tenant)),
  );

describe('an intention', () => {
  test('that comes again gets the first answer, and the work is not done again', async () => {
    const again = intention({ idempotencyKey: 'again' });
    expect(await once(again, () => Promise.resolve({ n: 1 }))).toEqual({ n: 1 });
    expect(await once(again, () => Promise.resolve({ n: 2 }))).toEqual({ n: 1 });
  });

  test('that comes again with another body is refused', async () => {
    await once(intention({ idempotencyKey: 'other' }), () => Promise.resolve({ n: 1 }));
    const other = once(intention({ idempotencyKey: 'other', bodyHash: 'changed' }), () =>
      Promise.resolve({ n: 2 }),
    );
    await expect(other).rejects.toMatchObject({ code: 'idempotencyKeyReused', status: 409 });
  });

  test('of another user, operation or org is another one', async () => {
    const key = { idempotencyKey: 'mine' };
    await once(intention(key), () => Promise.resolve({ n: 1 }));
    const others = [{ userId: '005TEST00000000002' }, { operation: 'fillFact' }, { orgId: otherOrgId }];
    for (const other of others)
      expect(await once(intention({ ...key, ...other }), () => Promise.resolve({ n: 2 }))).toEqual({ n: 2 });
  });

  test('that comes twice at the same time is done once', async () => {
    const both = intention({ idempotencyKey: 'both' });
    let done = 0;
    const work = () => Promise.resolve({ n: (done += 1) });
    expect(await Promise.all([once(both, work), once(both, work)])).toEqual([{ n: 1 }, { n: 1 }]);
  });

  test('whose work failed is done when it comes again', async () => {
    const failing = intention({ idempotencyKey: 'failing' });
    await expect(once(failing, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await once(failing, () => Promise.resolve({ n: 2 }))).toEqual({ n: 2 });
  });
});

test('answers older than seven days and tokens past their expiry are forgotten, of every org; others are kept', async () => {
  const owner = new Client({ connectionString: fixture.connections.ownerUrl });
  await owner.connect();
  for (const org of [orgId, otherOrgId])
    for (const [name, age] of [
      ['old', '8 days'],
      ['new', '6 days'],
    ]) {
      await owner.query(
        "insert into answered_request values ($1, 'user', 'purge', $2, 'body', '{}', now() - $3::interval)",
        [org, name, age],
      );
      await owner.query('insert into used_token values ($1, $2, now() - $3::interval)', [
        org,
        `purge-${name ?? ''}`,
        name === 'old' ? '6 minutes' : '4 minutes',
      ]);
    }
  await fixture.store.removeExpiredRequests();
  const answers = await owner.query("select idempotency_key from answered_request where operation = 'purge'");
  const tokens = await owner.query("select token_id from used_token where token_id like 'purge-%'");
  await owner.end();
  expect(answers.rows).toEqual([{ idempotency_key: 'new' }, { idempotency_key: 'new' }]);
  expect(tokens.rows).toEqual([{ token_id: 'purge-new' }, { token_id: 'purge-new' }]);
});
