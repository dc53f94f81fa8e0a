import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { SignJWT } from 'jose';
import { AppError } from '../../../../server/errors.ts';
import { verifySignature, type RegisteredOrganization } from '../../../../server/http/signature/verify.ts';
import {
  createTestOrg,
  repUserId,
  signCall,
  type CallOptions,
  type TestOrg,
} from '../../../support/signed-call.ts';

const now = new Date('2026-03-02T09:00:00Z');
const path = '/v1/suggestions?x=1';
let org: TestOrg;
let stranger: TestOrg;

beforeAll(async () => {
  org = await createTestOrg();
  stranger = await createTestOrg();
});

interface Bend extends CallOptions {
  registered?: Partial<RegisteredOrganization>;
  called?: { method?: string; target?: string; body?: string };
  acceptLocalOrg?: boolean;
}

const verify = async ({ registered, called, acceptLocalOrg = false, ...options }: Bend) => {
  const call = await signCall(org, { path, now, ...options });
  const organization: RegisteredOrganization = {
    orgId: org.orgId,
    keys: [org.publicKey],
    secondFactorHash: createHash('sha256').update(org.secondFactor).digest(),
    local: false,
    ...registered,
  };
  return verifySignature(
    {
      authorization: call.headers['authorization'],
      secondFactor: call.headers['x-inspire-org-secret'],
      method: called?.method ?? call.method,
      target: called?.target ?? call.path,
      body: Buffer.from(called?.body ?? call.body),
    },
    {
      audience: 'be-inspired',
      acceptLocalOrg,
      now: () => now,
      findOrganization: (orgId) => Promise.resolve(orgId === org.orgId ? organization : undefined),
    },
  );
};

const codeOf = async (bend: Bend): Promise<string> => {
  const error: unknown = await verify(bend).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error.code;
  throw new Error('the call was accepted', { cause: error });
};

describe('a signed call', () => {
  test('names its caller', async () => {
    expect(await verify({ permissions: ['Inspire_Use', 'Inspire_Admin'] })).toMatchObject({
      orgId: org.orgId,
      userId: repUserId,
      permissions: ['Inspire_Use', 'Inspire_Admin'],
      timeZone: 'Europe/Berlin',
      tokenExpiresAt: new Date('2026-03-02T09:01:00Z'),
    });
  });

  test('may be signed with the second active key, as while a certificate is renewed', async () => {
    const registered = { keys: [stranger.publicKey, org.publicKey] };
    expect(await verify({ registered })).toMatchObject({ orgId: org.orgId });
  });

  test('is accepted within the clock skew after it expired', async () => {
    expect(await verify({ expiresIn: -4 })).toMatchObject({ orgId: org.orgId });
  });

  test('of the local org is accepted where it is switched on', async () => {
    expect(await verify({ registered: { local: true }, acceptLocalOrg: true })).toMatchObject({
      orgId: org.orgId,
    });
  });
});

const unsigned = (header: object) =>
  `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${Buffer.from('{}').toString('base64url')}.`;

/** A call as it should be, but for the header and the signature of its token. */
const bent = async (header: object, signature: string): Promise<Bend> => {
  const { headers } = await signCall(org, { path, now });
  const payload = headers['authorization']?.split('.')[1] ?? '';
  const head = Buffer.from(JSON.stringify(header)).toString('base64url');
  return { headers: { authorization: `Bearer ${head}.${payload}.${signature}` } };
};

describe('a token is malformed', () => {
  test.each([
    ['with an extension that nobody knows', { alg: 'RS256', crit: ['zz'], zz: 1 }, 'AAAA'],
    ['with a signature that is not base64url', { alg: 'RS256' }, '!!!!'],
    ['with a list of extensions that is none', { alg: 'RS256', crit: 'x' }, 'AAAA'],
  ])('%s', async (_what, header, signature) => {
    expect(await codeOf(await bent(header, signature))).toBe('signatureMalformed');
  });
});

describe('a call is refused', () => {
  test.each<[string, Bend]>([
    ['signatureMissing', { headers: { authorization: undefined } }],
    ['signatureMissing', { headers: { authorization: 'Basic Zm9v' } }],
    ['signatureMalformed', { headers: { authorization: 'Bearer not-a-token' } }],
    ['signatureAlgorithm', { headers: { authorization: `Bearer ${unsigned({ alg: 'none' })}` } }],
    ['signatureClaims', { claims: { rid: undefined } }],
    ['signatureClaims', { claims: { perms: ['Inspire_Admin'] } }],
    ['signatureClaims', { claims: { tz: 'Europe/Atlantis' } }],
    ['signatureClaims', { claims: { sub: 'rep' } }],
    ['signatureAudience', { audience: 'somebody-else' }],
    ['signatureExpired', { expiresIn: -6 }],
    ['signatureNotYetValid', { claims: { nbf: now.getTime() / 1000 + 30 } }],
    ['signatureTooLong', { expiresIn: 90 }],
    ['signatureTarget', { called: { target: '/v1/suggestions' } }],
    ['signatureTarget', { called: { target: '/v1/suggestions?x=2' } }],
    ['signatureTarget', { called: { method: 'PUT' } }],
    ['signatureBody', { called: { body: '{} ' } }],
    ['organizationUnknown', { claims: { iss: '00D000000000000AAA' } }],
    ['organizationLocal', { registered: { local: true } }],
    ['secondFactorMissing', { headers: { 'x-inspire-org-secret': undefined } }],
    ['secondFactorWrong', { headers: { 'x-inspire-org-secret': 'guess' } }],
  ])('with %s: %j', async (code, bend) => {
    expect(await codeOf(bend)).toBe(code);
  });

  test('when another org signed it', async () => {
    expect(await codeOf({ signingKey: stranger.privateKey })).toBe('signatureForged');
  });

  test('when no key of the org is active', async () => {
    expect(await codeOf({ registered: { keys: [] } })).toBe('signatureForged');
  });

  test('when the public key was used as a shared secret', async () => {
    const token = await new SignJWT({ iss: org.orgId })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(Buffer.from(org.publicKeyPem));
    expect(await codeOf({ headers: { authorization: `Bearer ${token}` } })).toBe('signatureAlgorithm');
  });

  test('when one byte of what was signed is changed', async () => {
    const { headers } = await signCall(org, { path, now });
    const [head, payload, signature] = (headers['authorization'] ?? '').split('.');
    const claims = Buffer.from(payload ?? '', 'base64url')
      .toString()
      .replace(repUserId, '005000000000002AAA');
    const forged = `${head}.${Buffer.from(claims).toString('base64url')}.${signature}`;
    expect(await codeOf({ headers: { authorization: forged } })).toBe('signatureForged');
  });
});
