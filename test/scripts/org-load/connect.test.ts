import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Credentials, readCredentials } from '../../../scripts/local-org/gateway/index.ts';
import { LOAD_CLIENT } from '../../../scripts/org-load/client.ts';
import { connect } from '../../../scripts/org-load/org/connect.ts';
import { testOrg, type TestOrg } from '../local-org/support/org.ts';

let org: TestOrg;
let folder: string;
let credentials: Credentials;

beforeAll(async () => {
  org = await testOrg();
  folder = await mkdtemp(join(tmpdir(), 'org-load-'));
  credentials = await readCredentials(join(folder, 'ours'));
  await org.connectedApps.register({ clientId: LOAD_CLIENT, certificate: credentials.publicKeyPem });
});
afterAll(async () => {
  await org.end();
  await rm(folder, { recursive: true });
});

describe('logging in to load', () => {
  it('lets in whoever holds the org’s key, as the user that was named', async () => {
    const connection = await connect({ url: org.baseUrl, user: 'admin@local.example' }, credentials);
    expect((await connection.identity()).username).toBe('admin@local.example');
  });

  it('refuses another key, and says what to name', async () => {
    const other = await readCredentials(join(folder, 'theirs'));
    await expect(connect({ url: org.baseUrl, user: 'admin@local.example' }, other)).rejects.toThrow(
      /does not let admin@local\.example in: invalid assertion\. Name the address \(--url\) and user \(--user\)/,
    );
  });

  it('refuses a user that the org does not have', async () => {
    await expect(connect({ url: org.baseUrl, user: 'nobody@local.example' }, credentials)).rejects.toThrow(
      /does not let nobody@local\.example in/,
    );
  });
});
