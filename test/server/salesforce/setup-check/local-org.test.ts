import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { storeAccess } from '../../../../server/salesforce/index.ts';
import { checkSetup } from '../../../../server/salesforce/setup-check/index.ts';
import { readStates, writeState } from '../../../../server/salesforce/sync/state.ts';
import { salesforceId } from '../../../support/signed-call.ts';
import { testOrg, type TestOrg } from '../../../scripts/local-org/support/org.ts';
import { freshStore, type TestStore } from '../../../support/postgres.ts';

const project = fileURLToPath(new URL('../../../../force-app', import.meta.url));
const secretKey = randomBytes(32);

let org: TestOrg;
let storage: TestStore;

beforeAll(async () => {
  [org, storage] = await Promise.all([testOrg({ additionalMetadata: [project] }), freshStore()]);
  await storage.addOrganization({
    orgId: org.orgId,
    secondFactorHash: 'x',
    keys: [{ pem: 'x', expiresAt: '2100-01-01T00:00:00Z', addedAt: '2026-01-01T00:00:00Z' }],
  });
});

afterAll(() => Promise.all([org.end(), storage.close()]));

const check = (key: Buffer | undefined = secretKey) =>
  checkSetup({ store: storage.store, secretKey: key, now: () => new Date(), patience: 30_000 }, org.orgId);

const codes = async () => (await check()).map(({ code }) => code);

/** Lets the service in as this user, with this secret. */
const connect = async (runAs: string, clientSecret = 's3cret') => {
  await org.connectedApps.register({ clientId: 'service', clientSecret: 's3cret', runAs });
  const url = org.baseUrl;
  const access = { orgId: org.orgId, instanceUrl: url, loginUrl: url, clientId: 'service', username: null };
  const credential = { kind: 'clientCredentials' as const, clientSecret };
  await storeAccess(storage.registry, { ...access, credential }, secretKey);
};

const admin = async () => org.records.systemAccessOf(org.adminId);

const query = async (soql: string) => (await org.records.query(await admin(), soql)).records;

const skew = async (seconds: number) => {
  const { accessToken } = await org.connect();
  await fetch(`${org.baseUrl}/local-org/faults`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${accessToken ?? ''}`, 'content-type': 'application/json' },
    body: JSON.stringify({ clockSkewSeconds: seconds }),
  });
};

test('an org that nobody connected', async () => {
  expect(await codes()).toEqual(['certificateCounts', 'secondFactorSet', 'notConnected']);
});

test('a service without a key for credentials', async () => {
  const parts = { store: storage.store, secretKey: undefined, now: () => new Date(), patience: 30_000 };
  expect((await checkSetup(parts, org.orgId)).map(({ code }) => code)).toContain('secretKeyMissing');
});

test('a credential that the org refuses, and one that was sealed with another key', async () => {
  await connect(org.integrationId, 'another');
  const refused = (await check()).find(({ check: name }) => name === 'credential');
  expect(refused).toMatchObject({ code: 'credentialRefused', values: [expect.stringContaining(org.orgId)] });
  const sealed = (await check(randomBytes(32))).find(({ check: name }) => name === 'credential');
  expect(sealed).toMatchObject({ values: [expect.stringContaining('SALESFORCE_SECRET_KEY')] });
});

test('the integration user of a new org sees everything, and mail is not measured yet', async () => {
  await connect(org.integrationId);
  expect(await check()).toEqual([
    expect.objectContaining({ code: 'certificateCounts', values: [{ day: '2100-01-01' }] }),
    expect.objectContaining({ code: 'secondFactorSet' }),
    expect.objectContaining({ code: 'credentialWorks', values: ['integration@local.example'] }),
    expect.objectContaining({ code: 'clockRight' }),
    expect.objectContaining({ code: 'permissionSetsAssigned', values: [1, 1, 1] }),
    expect.objectContaining({ code: 'integrationUserSet' }),
    expect.objectContaining({ code: 'fieldsThere' }),
    expect.objectContaining({ code: 'seesAll' }),
    expect.objectContaining({ code: 'hierarchyFilled', values: [1, 0, 0] }),
    expect.objectContaining({ code: 'mailNotMeasured' }),
  ]);
});

test('an org whose clock is wrong', async () => {
  await skew(420);
  try {
    const clock = (await check()).find(({ check: name }) => name === 'clock');
    expect(clock).toMatchObject({ code: 'clockWrong', values: [expect.closeTo(420, -1)] });
  } finally {
    await skew(0);
  }
});

test('a user who sees their own records alone, and a field that is closed to them', async () => {
  const [profile] = await query("SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const [created] = await org.records.create(await admin(), 'User', [
    {
      ...{ Username: 'sync@local.example', LastName: 'Sync', Email: 'sync@local.example', Alias: 'sync' },
      ...{ TimeZoneSidKey: 'Europe/Berlin', LocaleSidKey: 'en_US', LanguageLocaleKey: 'en_US' },
      ...{ EmailEncodingKey: 'UTF-8', ProfileId: String(profile?.['Id']) },
    },
  ]);
  await connect(created?.id ?? '');
  const findings = await check();
  expect(findings).toContainEqual(
    expect.objectContaining({ code: 'seesPart', values: [{ list: ['Account', 'Contact', 'Opportunity'] }] }),
  );
  expect(findings).toContainEqual(
    expect.objectContaining({
      code: 'fieldsHidden',
      values: [{ list: expect.arrayContaining(['Opportunity.Inspire_Challenge__c', 'Task.Inspire_Key__c']) }],
    }),
  );
  expect(findings.map(({ code }) => code)).toContain('integrationUserUnset');
});

test('mail is measured against the active users, from e-mail tasks and messages of 30 days', async () => {
  const { store } = storage;
  const people = [0, 1, 2, 3].map(() => salesforceId('005'));
  await store.inTenant(org.orgId, async (tenant) => {
    for (const state of await readStates(tenant, org.orgId))
      await writeState(tenant, org.orgId, { ...state, phase: 'live' });
    for (const [at, id] of people.entries())
      await sql`insert into mirror_user (org_id, "Id", "IsActive", "UserType", "SystemModstamp")
        values (${org.orgId}, ${id}, ${at < 3}, 'Standard', now())`.execute(tenant);
    await sql`insert into mirror_task (org_id, "Id", "OwnerId", "TaskSubtype", "CreatedDate", "SystemModstamp") values
      (${org.orgId}, ${salesforceId('00T')}, ${people[0]}, 'Email', now(), now()),
      (${org.orgId}, ${salesforceId('00T')}, ${people[1]}, 'Email', now() - interval '31 days', now()),
      (${org.orgId}, ${salesforceId('00T')}, ${people[1]}, 'Call', now(), now())`.execute(tenant);
    await sql`insert into mirror_email_message (org_id, "Id", "CreatedById", "CreatedDate", "SystemModstamp") values
      (${org.orgId}, ${salesforceId('02s')}, ${people[2]}, now(), now())`.execute(tenant);
  });
  const mail = (await check()).find(({ check: name }) => name === 'mailCapture');
  expect(mail).toEqual({
    ...{ check: 'mailCapture', state: 'warning', code: 'mailGaps' },
    values: [{ share: 2 / 3 }, 2, 3],
  });
});
