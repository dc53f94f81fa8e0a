import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Connection } from 'jsforce';
import { SignJWT } from 'jose';
import { testOrg, type TestOrg } from '../support/org.ts';

let org: TestOrg;
const app = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });

beforeAll(async () => {
  org = await testOrg();
  await org.connectedApps.register({
    clientId: 'app',
    clientSecret: 'secret',
    runAs: org.integrationId,
    certificate: app.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  });
  await org.connectedApps.register({ clientId: 'nobody', clientSecret: 'secret' });
});
afterAll(() => org.end());

const ask = async (fields: Record<string, string>): Promise<Record<string, unknown>> => {
  const response = await fetch(`${org.baseUrl}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  return { status: response.status, ...((await response.json()) as object) };
};
const BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

interface Claims {
  iss?: string;
  sub?: string;
  aud?: string;
  seconds?: number;
  key?: typeof app.privateKey;
}
const assertion = ({
  iss = 'app',
  sub = 'admin@local.example',
  aud = org.baseUrl,
  seconds = 120,
  key = app.privateKey,
}: Claims = {}): Promise<string> =>
  new SignJWT({})
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(iss)
    .setSubject(sub)
    .setAudience(aud)
    .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
    .sign(key);

test('client credentials log in as the user that the app runs as', async () => {
  const connection = new Connection({
    instanceUrl: org.baseUrl,
    oauth2: { loginUrl: org.baseUrl, clientId: 'app', clientSecret: 'secret' },
    version: '65.0',
  });
  const user = await connection.authorize({ grant_type: 'client_credentials' });
  expect(user).toMatchObject({ id: org.integrationId, organizationId: org.orgId });
  expect(await connection.identity()).toMatchObject({
    id: expect.stringMatching(/^https:\/\//),
    username: 'integration@local.example',
  });
});

test('a signed assertion logs in as the user that it names', async () => {
  const answer = await ask({ grant_type: BEARER, assertion: await assertion() });
  expect(answer).toEqual({
    status: 200,
    access_token: expect.stringMatching(new RegExp(`^${org.orgId.slice(0, 15)}!`)),
    signature: expect.any(String),
    scope: 'api id',
    instance_url: org.baseUrl,
    id: `${org.baseUrl}/id/${org.orgId}/${org.adminId}`,
    token_type: 'Bearer',
    issued_at: expect.stringMatching(/^\d{13}$/),
  });
});

describe('what is refused', () => {
  test.each([
    ['another key', { key: stranger.privateKey }, 'invalid_grant', 'invalid assertion'],
    ['an expired assertion', { seconds: -60 }, 'invalid_grant', 'expired access/refresh token'],
    ['another audience', { aud: 'https://elsewhere.example' }, 'invalid_grant', 'audience is invalid'],
    [
      'an unknown user',
      { sub: 'nobody@local.example' },
      'invalid_grant',
      "user hasn't approved this consumer",
    ],
    ['an unknown app', { iss: 'unknown' }, 'invalid_client_id', 'client identifier invalid'],
    ['an app without certificate', { iss: 'nobody' }, 'invalid_grant', 'invalid assertion'],
  ])('%s', async (_name, claims: Claims, error, error_description) => {
    expect(await ask({ grant_type: BEARER, assertion: await assertion(claims) })).toEqual({
      status: 400,
      error,
      error_description,
    });
  });

  test('an assertion that is signed with HMAC over the public key', async () => {
    const secret = app.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const forged = await new SignJWT({})
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('app')
      .setSubject('admin@local.example')
      .setAudience(org.baseUrl)
      .setExpirationTime('2m')
      .sign(new TextEncoder().encode(secret));
    expect(await ask({ grant_type: BEARER, assertion: forged })).toMatchObject({
      status: 400,
      error: 'invalid_grant',
    });
  });

  test('a wrong secret, no user to run as, an unknown grant', async () => {
    expect(
      await ask({ grant_type: 'client_credentials', client_id: 'app', client_secret: 'wrong' }),
    ).toMatchObject({ status: 400, error: 'invalid_client' });
    expect(
      await ask({ grant_type: 'client_credentials', client_id: 'nobody', client_secret: 'secret' }),
    ).toMatchObject({ error: 'invalid_grant' });
    expect(await ask({ grant_type: 'something' })).toMatchObject({ error: 'unsupported_grant_type' });
  });
});

test("a browser's sid cookie is as good as a bearer token; a revoked token is none", async () => {
  const token = await org.sessions.open(org.adminId);
  const limits = (): Promise<Response> =>
    fetch(`${org.baseUrl}/services/data/v65.0/limits`, {
      headers: { Cookie: `theme=dark; sid=${encodeURIComponent(token)}` },
    });
  const answer = await limits();
  expect(answer.status).toBe(200);
  expect(answer.headers.get('sforce-limit-info')).toMatch(/^api-usage=\d+\/\d+$/);
  const revoked = await fetch(`${org.baseUrl}/services/oauth2/revoke`, {
    method: 'POST',
    body: new URLSearchParams({ token }),
  });
  expect(revoked.status).toBe(200);
  expect((await limits()).status).toBe(401);
});

test('userinfo tells who the token belongs to', async () => {
  const headers = { Authorization: `Bearer ${await org.sessions.open(org.adminId)}` };
  const info: unknown = await (await fetch(`${org.baseUrl}/services/oauth2/userinfo`, { headers })).json();
  expect(info).toMatchObject({
    user_id: org.adminId,
    organization_id: org.orgId,
    preferred_username: 'admin@local.example',
    zoneinfo: 'America/Los_Angeles',
  });
});
