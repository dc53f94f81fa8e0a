import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freshStore, type TestStore } from '../../support/postgres.ts';
import { testOrg, type TestOrg } from '../local-org/support/org.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const certificate = fileURLToPath(new URL('certificates/rsa-2048.crt', import.meta.url));

let storage: TestStore;
let org: TestOrg;

beforeAll(async () => {
  [storage, org] = await Promise.all([freshStore(), testOrg()]);
  await org.connectedApps.register({ clientId: 'operator', clientSecret: 's3cret', runAs: org.adminId });
});

afterAll(async () => {
  await org.end();
  await storage.close();
});

const app = { SALESFORCE_CLIENT_ID: 'operator', SALESFORCE_CLIENT_SECRET: 's3cret' };

/** Runs the command as an operator does. */
const register = async (orgId: string, environment: Record<string, string> = app, ...more: string[]) => {
  const { url, ownerUrl } = storage.connections;
  const script = 'scripts/operations/register-org.ts';
  const options = ['--org', orgId, '--url', org.baseUrl, '--certificate', certificate, ...more];
  const env = { PATH: '/usr/bin', DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, ...environment };
  const child = spawn(process.execPath, [script, ...options], { cwd: project, env });
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return said + complained;
};

const registered = async () => (await storage.registry.list()).find(({ orgId }) => orgId === org.orgId);

test('an org is not registered under the id of another, or when it does not let the operator in', async () => {
  expect(await register('00D000000000999AAA')).toContain('Nothing was registered');
  expect(await register(org.orgId, { ...app, SALESFORCE_CLIENT_SECRET: 'guess' })).toMatch(
    /invalid_client|invalid/i,
  );
  expect(await register(org.orgId, {})).toContain('Set SALESFORCE_ACCESS_TOKEN');
  expect(await registered()).toBeUndefined();
});

test('an org that says by OAuth who it is is registered, its second factor shown once and kept as a hash', async () => {
  const said = await register(org.orgId);
  expect(said).toContain(`${org.orgId} (`);
  const secret = said.trim().split('\n').at(-1) ?? '';
  const found = await registered();
  expect(found).toMatchObject({
    environment: 'local',
    keys: [{ expiresAt: expect.stringContaining('2126') }],
  });
  expect(found?.secondFactorHash).toBe(createHash('sha256').update(secret).digest('base64url'));

  const again = await register(org.orgId, {
    SALESFORCE_ACCESS_TOKEN: await org.sessions.open(org.adminId),
  });
  expect(again).not.toContain('Second factor');
  expect((await registered())?.secondFactorHash).toBe(found?.secondFactorHash);
});
