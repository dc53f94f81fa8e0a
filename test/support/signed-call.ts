import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { exportSPKI, generateKeyPair, SignJWT, type CryptoKey } from 'jose';

/** An org as the service sees it: its key pair and second factor. */
export interface TestOrg {
  orgId: string;
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  publicKeyPem: string;
  secondFactor: string;
}

let counter = 0;

/** An 18-character id with the given prefix, different each time. */
export const salesforceId = (prefix: string): string => {
  counter += 1;
  return `${prefix}${String(counter).padStart(12, '0')}AAA`;
};

export const createTestOrg = async (orgId = salesforceId('00D')): Promise<TestOrg> => {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const publicKeyPem = await exportSPKI(publicKey);
  return { orgId, privateKey, publicKey, publicKeyPem, secondFactor: randomBytes(24).toString('base64url') };
};

export interface CallOptions {
  path?: string;
  body?: unknown;
  /** Sent instead of the JSON of `body`, and hashed in its place. */
  rawBody?: string;
  userId?: string;
  permissions?: string[];
  timeZone?: string;
  audience?: string;
  /** Replace what would be signed; `undefined` leaves the claim out. */
  claims?: Record<string, unknown>;
  signingKey?: CryptoKey;
  /** Seconds from now. */
  expiresIn?: number;
  /** Replace what would be sent; `undefined` leaves the header out. */
  headers?: Record<string, string | undefined>;
  now?: Date;
}

export interface SignedTestCall {
  path: string;
  method: 'POST';
  headers: Record<string, string>;
  body: string;
}

export const repUserId = '005000000000001AAA';

const present = <Value>(entries: Record<string, Value | undefined>): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(entries).filter((entry): entry is [string, Value] => entry[1] !== undefined),
  );

/** A call as Apex signs it; options bend one thing at a time. */
export const signCall = async (org: TestOrg, options: CallOptions = {}): Promise<SignedTestCall> => {
  const path = options.path ?? '/v1/suggestions';
  const body = options.rawBody ?? JSON.stringify(options.body ?? {});
  const now = Math.floor((options.now ?? new Date()).getTime() / 1000);
  const claims = present({
    iss: org.orgId,
    sub: options.userId ?? repUserId,
    aud: options.audience ?? 'be-inspired',
    exp: now + (options.expiresIn ?? 60),
    rid: randomUUID(),
    htm: 'POST',
    htu: path,
    bsh: createHash('sha256').update(body).digest('base64url'),
    perms: (options.permissions ?? ['Inspire_Use']).join(' '),
    loc: 'en_US',
    tz: options.timeZone ?? 'Europe/Berlin',
    ver: '0.1',
    ...options.claims,
  });
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256' })
    .sign(options.signingKey ?? org.privateKey);
  const headers = present({
    authorization: `Bearer ${token}`,
    'x-inspire-org-secret': org.secondFactor,
    'content-type': 'application/json',
    ...options.headers,
  });
  return { path, method: 'POST', headers, body };
};
