import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { freshStore, type TestStore } from '../../support/postgres.ts';

const userId = '005TEST00000000001';
const recordId = '006TEST00000000001';

let fixture: TestStore;
let orgId: string;
let otherOrgId: string;

beforeAll(async () => {
  fixture = await freshStore();
  orgId = await fixture.addOrganization();
  otherOrgId = await fixture.addOrganization();
});

afterAll(() => fixture.close());

async function react(itemId: string, changes: Record<string, unknown> = {}): Promise<string> {
  const row = {
    org_id: orgId,
    id: uuidv7(),
    user_id: userId,
    record_id: recordId,
    item_id: itemId,
    item_version: 1,
    kind: 'used' as const,
    reason: null,
    show_again_on: null,
    note: null,
    undone_at: null,
    ...changes,
  };
  await fixture.store.inTenant(row.org_id, (tenant) =>
    tenant.insertInto('suggestion_reaction').values(row).execute(),
  );
  return row.id;
}

test("a person's reactions on a record come newest first; undone ones and those of others, elsewhere, do not come", async () => {
  const first = await react('first');
  const second = await react('second', { kind: 'dismissed', show_again_on: '2026-12-12' });
  await react('undone', { undone_at: new Date() });
  await react('of another user', { user_id: '005TEST00000000002' });
  await react('on another record', { record_id: '006TEST00000000002' });
  await react('in another org', { org_id: otherOrgId });
  expect(await fixture.store.reactionsOn({ orgId, userId, recordId })).toEqual([
    { reactionId: second, itemId: 'second', kind: 'dismissed', showAgainOn: '2026-12-12' },
    { reactionId: first, itemId: 'first', kind: 'used', showAgainOn: undefined },
  ]);
});

test('reads that come together share a round trip, and each gets its own: of its org, its person, its record', async () => {
  const asked = [
    { orgId, userId, recordId: '006TEST00000000003' },
    { orgId: otherOrgId, userId, recordId: '006TEST00000000003' },
    { orgId, userId: '005TEST00000000003', recordId: '006TEST00000000003' },
    { orgId, userId, recordId: '006TEST00000000004' },
    { orgId, userId, recordId: '006TEST00000000005' },
  ];
  const reacted = asked.slice(0, 4);
  for (const [at, viewing] of reacted.entries())
    for (const name of ['older', 'newer'])
      await react(`${name} ${at}`, {
        org_id: viewing.orgId,
        user_id: viewing.userId,
        record_id: viewing.recordId,
      });
  const lists = await Promise.all(asked.map((viewing) => fixture.store.reactionsOn(viewing)));
  expect(lists.map((list) => list.map(({ itemId }) => itemId))).toEqual([
    ...reacted.map((_viewing, at) => [`newer ${at}`, `older ${at}`]),
    [],
  ]);
});

test('the org that was asked for is forgotten on the connection', async () => {
  await fixture.store.reactionsOn({ orgId, userId, recordId });
  expect(await fixture.store.reactionsOn({ orgId: otherOrgId, userId, recordId: 'none' })).toEqual([]);
  await expect(
    fixture.store.inTenant(otherOrgId, (tenant) =>
      tenant.selectFrom('suggestion_reaction').select('org_id').distinct().execute(),
    ),
  ).resolves.toEqual([{ org_id: otherOrgId }]);
});

test('a database that does not answer in time counts as gone', async () => {
  const blocker = new Client({ connectionString: fixture.connections.ownerUrl });
  await blocker.connect();
  await blocker.query('begin');
  await blocker.query('lock table suggestion_reaction in access exclusive mode');
  await expect(fixture.store.reactionsOn({ orgId, userId, recordId })).rejects.toMatchObject({
    code: 'storeUnavailable',
  });
  await blocker.end();
  expect(await fixture.store.reactionsOn({ orgId, userId, recordId })).toHaveLength(2);
});
