import { errors, importSPKI, importX509, jwtVerify, type CryptoKey } from 'jose';
import type { Clock } from '../clock.ts';
import type { Records } from '../records/index.ts';
import type { ConnectedApp, ConnectedApps } from './connected-apps.ts';

/** A refusal of the token endpoint: 400 with these two fields. */
export class GrantError extends Error {
  readonly error: string;

  constructor(error: string, description: string) {
    super(description);
    this.name = 'GrantError';
    this.error = error;
  }
}

export interface GrantParts {
  apps: ConnectedApps;
  records: Records;
  /** A user that looks users up, without limits. */
  adminId: string;
  clock: Pick<Clock, 'running'>;
  /** What an assertion may name as its audience. */
  audiences: readonly string[];
}

/** Parameters of a token request, those of a Basic header included. */
export type TokenRequest = Readonly<Record<string, string | undefined>>;

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/**
 * The user as whom a token request logs in.
 * @throws GrantError in Salesforce's words
 */
export async function grantedUser(parts: GrantParts, request: TokenRequest): Promise<string> {
  switch (request['grant_type']) {
    case 'client_credentials':
      return clientCredentials(parts, request);
    case JWT_BEARER:
      return jwtBearer(parts, request['assertion'] ?? '');
    default:
      throw new GrantError('unsupported_grant_type', 'grant type not supported');
  }
}

async function appOf({ apps }: GrantParts, clientId: string | undefined): Promise<ConnectedApp> {
  const app = clientId === undefined ? null : await apps.find(clientId);
  if (!app) throw new GrantError('invalid_client_id', 'client identifier invalid');
  return app;
}

async function clientCredentials(parts: GrantParts, request: TokenRequest): Promise<string> {
  const app = await appOf(parts, request['client_id']);
  const isRight = await parts.apps.hasSecret(app.clientId, request['client_secret'] ?? '');
  if (!isRight) throw new GrantError('invalid_client', 'invalid client credentials');
  if (app.runAs === null) throw new GrantError('invalid_grant', 'no client credentials user enabled');
  return app.runAs;
}

/** The assertion must be signed with the app's certificate, be meant for this org, be current, and name a user. */
async function jwtBearer(parts: GrantParts, assertion: string): Promise<string> {
  const app = await appOf(parts, issuerOf(assertion));
  if (app.certificate === null) throw new GrantError('invalid_grant', 'invalid assertion');
  const { username } = await verified(assertion, await keyOf(app.certificate), parts);
  const userId = await userNamed(parts, username);
  if (userId === null) throw new GrantError('invalid_grant', "user hasn't approved this consumer");
  return userId;
}

/** Who claims to have made the assertion; believed only after its signature was checked with that app's key. */
function issuerOf(assertion: string): string | undefined {
  try {
    const payload: unknown = JSON.parse(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString());
    const isObject = typeof payload === 'object' && payload !== null;
    return isObject && 'iss' in payload && typeof payload.iss === 'string' ? payload.iss : undefined;
  } catch {
    throw new GrantError('invalid_grant', 'invalid assertion');
  }
}

const keyOf = (pem: string): Promise<CryptoKey> =>
  pem.includes('BEGIN CERTIFICATE') ? importX509(pem, 'RS256') : importSPKI(pem, 'RS256');

async function verified(
  assertion: string,
  key: CryptoKey,
  { audiences, clock }: GrantParts,
): Promise<{ username: string }> {
  try {
    const { payload } = await jwtVerify(assertion, key, {
      algorithms: ['RS256'],
      audience: [...audiences],
      currentDate: new Date(clock.running().epochMilliseconds),
      requiredClaims: ['exp', 'sub'],
    });
    return { username: payload.sub ?? '' };
  } catch (error) {
    if (error instanceof errors.JWTExpired)
      throw new GrantError('invalid_grant', 'expired access/refresh token');
    if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud')
      throw new GrantError('invalid_grant', 'audience is invalid');
    if (error instanceof errors.JOSEError) throw new GrantError('invalid_grant', 'invalid assertion');
    throw error;
  }
}

async function userNamed({ records, adminId }: GrantParts, username: string): Promise<string | null> {
  const access = await records.systemAccessOf(adminId);
  const soql = 'SELECT Id FROM User WHERE Username = :username AND IsActive = true';
  const page = await records.query(access, soql, { binds: { username } });
  const id = page.records[0]?.['Id'];
  return typeof id === 'string' ? id : null;
}
