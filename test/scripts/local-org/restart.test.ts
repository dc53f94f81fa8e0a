import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createLocalOrg, type LocalOrg } from '../../../scripts/local-org/index.ts';
import { freshDatabase, type TestDatabase } from '../../support/postgres.ts';
import { fixtureProject } from './support/org.ts';

let database: TestDatabase;
const projectRoot = mkdtempSync(join(tmpdir(), 'local-org-project-'));

beforeAll(async () => {
  database = await freshDatabase();
  cpSync(fixtureProject, projectRoot, { recursive: true });
});
afterAll(async () => {
  rmSync(projectRoot, { recursive: true });
  await database.drop();
});

async function withOrg<Result>(work: (org: LocalOrg) => Promise<Result>): Promise<Result> {
  const org = await createLocalOrg({
    databaseUrl: database.url(),
    projectRoot,
    baseUrl: 'http://localhost',
    log: pino({ level: 'silent' }),
  });
  try {
    return await work(org);
  } finally {
    await org.close();
  }
}

test('records, ids and sessions outlive a restart, and new metadata becomes part of the org', async () => {
  const before = await withOrg(async ({ records, adminId, orgId, sessions }) => {
    const [account] = await records.create(await records.accessOf(adminId), 'Account', [
      { Name: 'Kept', Code__c: 'k' },
    ]);
    return { orgId, accountId: account?.id, token: await sessions.open(adminId) };
  });
  const field =
    '<?xml version="1.0"?><CustomField><fullName>Later__c</fullName><label>Later</label><type>Checkbox</type><defaultValue>false</defaultValue></CustomField>';
  writeFileSync(join(projectRoot, 'force-app/main/objects/Account/fields/Later__c.field-meta.xml'), field);
  await withOrg(async ({ records, adminId, orgId, sessions }) => {
    expect(orgId).toBe(before.orgId);
    expect(await sessions.userOf(before.token)).toBe(adminId);
    const system = await records.systemAccessOf(adminId);
    expect((await records.query(system, 'SELECT Id, Code__c, Later__c FROM Account')).records).toMatchObject([
      { Id: before.accountId, Code__c: 'k', Later__c: false },
    ]);
    expect((await records.query(system, 'SELECT COUNT() FROM Organization')).totalSize).toBe(1);
    const [next] = await records.create(system, 'Account', [{ Name: 'Next' }]);
    expect(String(next?.id) > String(before.accountId)).toBe(true);
  });
});

test('an object keeps the prefix of its ids when another one comes before it', async () => {
  const prefixOf = (name: string): Promise<string | undefined> =>
    withOrg(({ catalogue }) => Promise.resolve(catalogue.object(name)?.prefix));
  const before = await prefixOf('Invoice__c');
  const folder = join(projectRoot, 'force-app/main/objects/Advance__c');
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'Advance__c.object-meta.xml'),
    '<?xml version="1.0"?><CustomObject><label>Advance</label><nameField><label>Name</label><type>Text</type></nameField></CustomObject>',
  );
  expect(await prefixOf('Invoice__c')).toBe(before);
  expect(await prefixOf('Advance__c')).not.toBe(before);
});

test('metadata that the org cannot hold stops the start and names the file', async () => {
  const field =
    '<?xml version="1.0"?><CustomField><fullName>Sum__c</fullName><label>Sum</label><type>Summary</type></CustomField>';
  const path = join(projectRoot, 'force-app/main/objects/Account/fields/Sum__c.field-meta.xml');
  writeFileSync(path, field);
  await expect(withOrg(() => Promise.resolve())).rejects.toThrow(
    `${path}: the local org has no Summary fields.`,
  );
  rmSync(path);
});
