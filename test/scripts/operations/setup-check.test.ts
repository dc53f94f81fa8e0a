import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { storeAccess } from '../../../server/salesforce/index.ts';
import { freshStore, type TestStore } from '../../support/postgres.ts';
import { testOrg, type TestOrg } from '../local-org/support/org.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const secretKey = randomBytes(32);

let storage: TestStore;
let org: TestOrg;

beforeAll(async () => {
  const additionalMetadata = [fileURLToPath(new URL('../../../force-app', import.meta.url))];
  [storage, org] = await Promise.all([freshStore(), testOrg({ additionalMetadata })]);
  await org.connectedApps.register({ clientId: 'service', clientSecret: 's3cret', runAs: org.integrationId });
});

afterAll(async () => {
  await org.end();
  await storage.close();
});

/** Runs the command as an operator does. */
const check = async () => {
  const { url, ownerUrl } = storage.connections;
  const env = {
    ...{ PATH: '/usr/bin', DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl },
    SALESFORCE_SECRET_KEY: secretKey.toString('base64'),
  };
  const options = ['scripts/operations/setup-check.ts', '--org', org.orgId];
  const child = spawn(process.execPath, options, { cwd: project, env });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, lines: `${said}${complained}`.trim().split('\n') };
};

const register = (expiresAt: string) =>
  storage.addOrganization({
    orgId: org.orgId,
    secondFactorHash: 'x',
    keys: [{ pem: 'x', expiresAt, addedAt: '2026-01-01T00:00:00Z' }],
  });

test('what is missing is named with its fix, and ends the command with 1', async () => {
  await register('2026-01-02T00:00:00Z');
  const { code, lines } = await check();
  expect(code).toBe(1);
  expect(lines).toEqual([
    expect.stringMatching(/^To be put right {2}Certificate: No certificate that still counts/),
    expect.stringMatching(/^ {17}To fix it: Create a certificate/),
    expect.stringMatching(/^All right {8}Second factor:/),
    expect.stringMatching(/^To be put right {2}Log-in of the service: The service is not connected/),
    expect.stringMatching(/To fix it: Run npm run org:connect/),
  ]);
});

test('a set-up in which nothing is missing ends it with 0', async () => {
  await register('2100-01-01T00:00:00Z');
  const url = org.baseUrl;
  const access = { orgId: org.orgId, instanceUrl: url, loginUrl: url, clientId: 'service', username: null };
  const credential = { kind: 'clientCredentials' as const, clientSecret: 's3cret' };
  await storeAccess(storage.registry, { ...access, credential }, secretKey);
  const { code, lines } = await check();
  expect(lines.join('\n')).not.toContain('To be put right');
  expect(lines).toHaveLength(10);
  expect(code).toBe(0);
});
