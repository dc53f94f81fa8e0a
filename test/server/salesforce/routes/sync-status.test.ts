import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { writeStatus } from '../../../../server/salesforce/connection/stored.ts';
import { objectNames } from '../../../../server/salesforce/mirror/columns.ts';
import { storeAccess, type SyncState } from '../../../../server/salesforce/index.ts';
import { syncStatusSchema } from '../../../../server/salesforce/routes/sync-status.ts';
import { readStates, writeState } from '../../../../server/salesforce/sync/state.ts';
import { readAs, startService, type TestService } from '../../../support/service.ts';
import { salesforceId, type TestOrg } from '../../../support/signed-call.ts';

const now = new Date('2026-03-02T09:00:00Z');
let service: TestService;

beforeAll(async () => {
  service = await startService({ now: () => now, environment: { ROLE: 'web' } });
});

afterAll(() => service.close());

const ask = (org: TestOrg, permissions = ['Inspire_Use', 'Inspire_Admin']) =>
  service.call(org, { path: '/v1/salesforce/sync', body: { input: {} }, permissions, now });

const statusOf = async (org: TestOrg) => readAs(syncStatusSchema, await ask(org));

const url = 'https://acme.my.salesforce.com';

/** An org that an operator has connected. */
const connectedOrg = async (): Promise<TestOrg> => {
  const org = await service.addOrg();
  const access = { orgId: org.orgId, instanceUrl: url, loginUrl: url, clientId: 'service', username: null };
  const credential = { kind: 'clientCredentials' as const, clientSecret: 's3cret' };
  await storeAccess(service.storage.registry, { ...access, credential }, randomBytes(32));
  return org;
};

const note = ({ orgId }: TestOrg, sobject: SyncState['sobject'], state: Partial<SyncState>) =>
  service.storage.store.inTenant(orgId, async (tenant) => {
    const known = (await readStates(tenant, orgId)).find((one) => one.sobject === sobject);
    if (known) await writeState(tenant, orgId, { ...known, ...state });
  });

const objectIn = async (org: TestOrg, sobject: string) =>
  (await statusOf(org)).objects.find((one) => one.sobject === sobject);

describe('how far an org is in step', () => {
  test('without a connection there is nothing to show, and nothing to wait for', async () => {
    expect(await statusOf(await service.addOrg())).toEqual({
      connection: null,
      objects: [],
      isLoading: false,
    });
  });

  test('a new connection waits for the first load of every object', async () => {
    const { connection, objects, isLoading } = await statusOf(await connectedOrg());
    expect(connection).toEqual({ instanceUrl: url, username: null, problem: null, apiUsage: null });
    expect(new Set(objects.map(({ phase, rows }) => `${phase} ${rows ?? ''}`))).toEqual(
      new Set(['waiting 0']),
    );
    expect(isLoading).toBe(true);
  });

  test('a first load shows what was read of how much', async () => {
    const org = await connectedOrg();
    await note(org, 'Task', { phase: 'loading', rowsLoaded: 250_000, rowsExpected: 1_000_000 });
    expect(await objectIn(org, 'Task')).toMatchObject({ rows: 250_000, rowsExpected: 1_000_000 });
  });

  test('what is live shows its lag and the records that are there, without those deleted in the org', async () => {
    const org = await connectedOrg();
    await note(org, 'Account', {
      ...{ phase: 'live', rowsLoaded: 7, rowsExpected: 7 },
      lastSyncedAt: new Date(now.getTime() - 12_400),
    });
    await service.storage.store.inTenant(org.orgId, async (tenant) => {
      for (const isDeleted of [false, false, true])
        await sql`insert into mirror_account (org_id, "Id", "SystemModstamp", "IsDeleted")
          values (${org.orgId}, ${salesforceId('001')}, ${now}, ${isDeleted})`.execute(tenant);
    });
    expect(await objectIn(org, 'Account')).toMatchObject({
      rows: 2,
      lagSeconds: 12,
      lastSyncedAt: '2026-03-02T08:59:47.600Z',
    });
  });

  test('what the org refuses is named with its remedy, and is not waited for', async () => {
    const org = await connectedOrg();
    const problem = { code: 'refused', message: 'NOT_FOUND: EmailMessage', remedy: 'Read it.' };
    for (const sobject of objectNames) await note(org, sobject, { phase: 'live', lastSyncedAt: now });
    await note(org, 'EmailMessage', { phase: 'waiting', problem });
    await note(org, 'Opportunity', { phase: 'live', missingFields: ['Inspire_Use_Case__c'] });
    const { objects, isLoading } = await statusOf(org);
    expect(objects.find(({ sobject }) => sobject === 'EmailMessage')).toMatchObject({
      problem,
      lagSeconds: null,
    });
    expect(objects.find(({ sobject }) => sobject === 'Opportunity')?.missingFields).toEqual([
      'Inspire_Use_Case__c',
    ]);
    expect(isLoading).toBe(false);
  });

  test('a problem of the whole connection and the calls used are shown', async () => {
    const org = await connectedOrg();
    const problem = { code: 'signedOut', message: 'The org does not let the service in.', remedy: 'Check.' };
    const apiUsage = { used: 812, limit: 15_000 };
    await service.storage.store.inTenant(org.orgId, (tenant) =>
      writeStatus(tenant, org.orgId, { problem, apiUsage }),
    );
    expect((await statusOf(org)).connection).toMatchObject({ problem, apiUsage });
  });
});

test('a rep or manager may not see it', async () => {
  expect(await ask(await service.addOrg(), ['Inspire_Use', 'Inspire_Manager'])).toMatchObject({
    status: 403,
    body: { code: 'permissionMissing' },
  });
});
