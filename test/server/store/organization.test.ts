import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { audit, findOrganization, type OrganizationKey } from '../../../server/store/index.ts';
import { freshStore, type TestStore } from '../../support/postgres.ts';

let fixture: TestStore;

beforeAll(async () => {
  fixture = await freshStore();
});

afterAll(() => fixture.close());

const key: OrganizationKey = {
  pem: '-----BEGIN PUBLIC KEY-----\n…\n-----END PUBLIC KEY-----\n',
  expiresAt: '2027-01-01T00:00:00Z',
  addedAt: '2026-01-01T00:00:00Z',
};

test('a registration is found by the id that a call claims', async () => {
  const orgId = await fixture.addOrganization({ name: 'Found', keys: [key, key], secondFactorHash: 'hash' });
  expect(await findOrganization(fixture.store, orgId)).toEqual({
    orgId,
    name: 'Found',
    environment: 'sandbox',
    keys: [key, key],
    secondFactorHash: 'hash',
  });
});

test('an id that is not registered is nobody', async () => {
  expect(await findOrganization(fixture.store, '00DTEST99999999999')).toBeUndefined();
});

test('the application cannot list registrations', async () => {
  const orgId = await fixture.addOrganization();
  const seen = await fixture.store.inTenant(orgId, (tenant) =>
    tenant.selectFrom('organization').select('org_id').execute(),
  );
  expect(seen).toEqual([{ org_id: orgId }]);
});

test('registering again replaces keys and name', async () => {
  const orgId = await fixture.addOrganization({ keys: [key] });
  await fixture.addOrganization({ orgId, name: 'Renamed', keys: [] });
  expect(await findOrganization(fixture.store, orgId)).toMatchObject({ name: 'Renamed', keys: [] });
});

test.each([
  ['more than two keys', { keys: [key, key, key] }],
  ['an id of 15 characters', { orgId: '00DTEST00000001' }],
  ['the id of something else', { orgId: '005TEST00000000001' }],
])('%s cannot be registered', async (_what, details) => {
  await expect(fixture.addOrganization(details)).rejects.toThrow(/violates check constraint/);
});

const user = '005TEST0000000000A';
const contact = '003TEST0000000000A';

async function leaveTraces(orgId: string): Promise<void> {
  await fixture.store.inTenant(orgId, async (tenant) => {
    for (const userId of [user, '005TEST0000000000B'])
      await tenant
        .insertInto('suggestion_reaction')
        .values({
          org_id: orgId,
          id: uuidv7(),
          user_id: userId,
          record_id: '006TEST00000000001',
          item_id: 'story',
          item_version: 1,
          kind: 'dismissed',
          reason: 'outdated',
          show_again_on: '2026-12-12',
          note: null,
          undone_at: null,
        })
        .execute();
    for (const [idempotency_key, answer] of [
      ['about-contact', { contact }],
      ['other', {}],
    ] as const)
      await tenant
        .insertInto('answered_request')
        .values({
          org_id: orgId,
          user_id: '005TEST0000000000B',
          operation: 'fillFact',
          idempotency_key,
          body_hash: '',
          answer: JSON.stringify(answer),
        })
        .execute();
    await audit(tenant, { orgId, userId: user, action: 'configuration.publish', detail: { publication: 1 } });
  });
}

const traces = (orgId: string) =>
  fixture.store.inTenant(orgId, async (tenant) => ({
    reactions: await tenant.selectFrom('suggestion_reaction').select('user_id').execute(),
    answers: await tenant.selectFrom('answered_request').select('idempotency_key').execute(),
    audit: await tenant.selectFrom('audit').select('user_id').execute(),
  }));

test('erasing a user removes what they did and leaves the audit without their id', async () => {
  const orgId = await fixture.addOrganization();
  await leaveTraces(orgId);
  expect(await fixture.registry.erasePerson(orgId, { id: user })).toBe(2);
  expect(await traces(orgId)).toEqual({
    reactions: [{ user_id: '005TEST0000000000B' }],
    answers: [{ idempotency_key: 'about-contact' }, { idempotency_key: 'other' }],
    audit: [{ user_id: 'erased' }],
  });
});

test('erasing a contact removes the stored answers that name them', async () => {
  const orgId = await fixture.addOrganization();
  await leaveTraces(orgId);
  expect(await fixture.registry.erasePerson(orgId, { id: contact })).toBe(1);
  expect((await traces(orgId)).answers).toEqual([{ idempotency_key: 'other' }]);
});

test('by name, what others wrote about a contact goes too, and nothing else', async () => {
  const orgId = await fixture.addOrganization();
  const notes = ['Sent to Helena  Brandt, as she asked', 'HELENA BRANDT: no', 'Helena Brandtner', 'for Tom'];
  const kept = { org_id: orgId, user_id: user, record_id: '006TEST00000000001', item_id: 'story' };
  const reaction = { ...kept, item_version: 1, kind: 'used', reason: null, show_again_on: null } as const;
  const answer = { org_id: orgId, user_id: user, operation: 'recordChangeDecision', body_hash: '' };
  const publication = { org_id: orgId, published_by: user, rolled_back_to: null };
  await fixture.store.inTenant(orgId, async (tenant) => {
    for (const note of notes)
      await tenant
        .insertInto('suggestion_reaction')
        .values({ ...reaction, id: uuidv7(), note, undone_at: null })
        .execute();
    for (const decidedBy of ['Helena Brandt', 'Tom Weiss'])
      await tenant
        .insertInto('answered_request')
        .values({ ...answer, idempotency_key: decidedBy, answer: JSON.stringify({ decidedBy }) })
        .execute();
    await tenant
      .insertInto('configuration_publication')
      .values({ ...publication, number: 1, note: 'Story (Helena Brandt)' })
      .execute();
  });
  expect(
    await fixture.registry.erasePerson(orgId, { id: contact, names: ['Helena Brandt', 'H. (B.)'] }),
  ).toBe(4);
  const left = await fixture.store.inTenant(orgId, async (tenant) => ({
    notes: await tenant.selectFrom('suggestion_reaction').select('note').orderBy('id').execute(),
    answers: await tenant.selectFrom('answered_request').select('idempotency_key').execute(),
    publications: await tenant.selectFrom('configuration_publication').select('note').execute(),
  }));
  expect(left).toEqual({
    notes: [null, null, 'Helena Brandtner', 'for Tom'].map((note) => ({ note })),
    answers: [{ idempotency_key: 'Tom Weiss' }],
    publications: [{ note: '' }],
  });
});

test('what is mirrored of a person goes with them', async () => {
  const orgId = await fixture.addOrganization();
  const mirrored = (table: string, columns: string, values: string) =>
    fixture.store.inTenant(orgId, (tenant) =>
      sql`
        insert into ${sql.table(table)} (org_id, "Id", ${sql.raw(columns)}, "SystemModstamp")
        values (${orgId}, ${sql.raw(values)}, now())
      `.execute(tenant),
    );
  await mirrored('mirror_contact', '"Name"', `'${contact}', 'Helena Brandt'`);
  await mirrored('mirror_contact', '"Name"', `'003TEST0000000000B', 'Tom Weiss'`);
  await mirrored('mirror_task', '"Subject"', `'00TTEST0000000000A', 'Call Helena Brandt'`);
  await fixture.registry.erasePerson(orgId, { id: contact, names: ['Helena Brandt'] });
  const left = await fixture.store.inTenant(orgId, async (tenant) => [
    ...(await sql`select "Name" from mirror_contact`.execute(tenant)).rows,
    ...(await sql`select "Subject" from mirror_task`.execute(tenant)).rows,
  ]);
  expect(left).toEqual([{ Name: 'Tom Weiss' }, { Subject: null }]);
});

test('what was to be done for a person, or by them, goes on without them', async () => {
  const orgId = await fixture.addOrganization();
  const enrollment = '01890000-0000-7000-8000-000000000001';
  const record = { ownerId: user, contacts: [{ contactId: contact }, { contactId: 'other' }], team: [] };
  const reason = { code: 'contactBudget', values: ['2026-11-20', 'Tom Weiss', '2026-11-18'] };
  await fixture.store.inTenant(orgId, async (tenant) => {
    await sql`
      insert into cadence_enrollment (org_id, id, cadence_key, cadence_version, record_id, sobject, started_on, started_by,
        started_by_user, record, record_at)
      values (${orgId}, ${enrollment}, 'qualify', 1, '006', 'Opportunity', '2026-11-16', 'rep', ${user},
        ${JSON.stringify(record)}, now())
    `.execute(tenant);
    await sql`
      insert into touchpoint (org_id, id, enrollment_id, step_id, occurrence, state, owner_id, contact_id, reason, note, task)
      values (${orgId}, ${enrollment}, ${enrollment}, 'call', 0, 'held', ${user}, ${contact}, ${JSON.stringify(reason)},
        'Tom Weiss is away', ${JSON.stringify({ WhoId: contact })})
    `.execute(tenant);
  });
  await fixture.registry.erasePerson(orgId, { id: contact });
  await fixture.registry.erasePerson(orgId, { id: user, names: ['Tom Weiss'] });
  const left = await fixture.store.inTenant(orgId, async (tenant) => [
    ...(await sql`select started_by_user, record from cadence_enrollment`.execute(tenant)).rows,
    ...(await sql`select owner_id, contact_id, reason, note, task from touchpoint`.execute(tenant)).rows,
  ]);
  expect(left).toEqual([
    { started_by_user: null, record: { ownerId: null, contacts: [{ contactId: 'other' }], team: [] } },
    { owner_id: null, contact_id: null, reason: null, note: null, task: null },
  ]);
});

test('erasing in one org leaves another alone, and purging an org leaves nothing of it alone', async () => {
  const [orgId, otherOrgId] = [await fixture.addOrganization(), await fixture.addOrganization()];
  await leaveTraces(orgId);
  await leaveTraces(otherOrgId);
  const untouched = await traces(otherOrgId);
  await fixture.registry.erasePerson(orgId, { id: user });
  await fixture.registry.purge(orgId);
  expect(await traces(orgId)).toEqual({ reactions: [], answers: [], audit: [] });
  expect(await traces(otherOrgId)).toEqual(untouched);
  expect(untouched.reactions).toHaveLength(2);
});
