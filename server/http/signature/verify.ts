import { createHash, timingSafeEqual } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, errors, jwtVerify, type CryptoKey } from 'jose';
import { AppError } from '../../errors.ts';
import { callerOf, claimsSchema, type Caller, type Claims } from './claims.ts';

/** A token lives at most this long, and clocks may differ by the skew. */
export const longestLifeSeconds = 60;
export const clockSkewSeconds = 5;

/** What is registered for an org: at most two active keys, so that a certificate can be renewed without a gap. */
export interface RegisteredOrganization {
  orgId: string;
  keys: readonly CryptoKey[];
  /** SHA-256 of the second factor; without one every call is refused. */
  secondFactorHash: Uint8Array | undefined;
  /** The org that `npm start` runs; refused elsewhere. */
  local: boolean;
}

/** What arrived, unparsed. */
export interface ReceivedCall {
  authorization: string | undefined;
  secondFactor: string | undefined;
  method: string;
  /** Path and query as called. */
  target: string;
  body: Uint8Array;
}

export interface SignaturePolicy {
  audience: string;
  acceptLocalOrg: boolean;
  findOrganization: (orgId: string) => Promise<RegisteredOrganization | undefined>;
  now: () => Date;
}

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();

const tokenOf = (authorization: string | undefined): string => {
  if (!authorization) throw new AppError('signatureMissing', 'The Authorization header is missing.');
  const [scheme, token, ...rest] = authorization.split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token || rest.length > 0)
    throw new AppError('signatureMissing', 'The Authorization header holds no bearer token.');
  return token;
};

/** Reads the token without believing it: only to learn which org's keys to try. */
const readUnverified = (token: string): Claims => {
  let claims: unknown;
  let algorithm: string | undefined;
  try {
    algorithm = decodeProtectedHeader(token).alg;
    claims = decodeJwt(token);
  } catch (cause) {
    throw new AppError('signatureMalformed', 'The bearer token is not a signed JSON web token.', { cause });
  }
  if (algorithm !== 'RS256')
    throw new AppError(
      'signatureAlgorithm',
      `The token is signed with "${algorithm ?? 'nothing'}"; only RS256 counts.`,
    );
  const parsed = claimsSchema.safeParse(claims);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => ({ place: path.join('.'), message }));
  const named = faults.map(({ place, message }) => `${place}: ${message}`).join('; ');
  throw new AppError('signatureClaims', `The token's claims are not as agreed: ${named}.`, { faults });
};

const checkOrganization = async (orgId: string, policy: SignaturePolicy): Promise<RegisteredOrganization> => {
  const organization = await policy.findOrganization(orgId);
  if (!organization)
    throw new AppError('organizationUnknown', `Organization ${orgId} is not registered here.`);
  if (organization.local && !policy.acceptLocalOrg)
    throw new AppError(
      'organizationLocal',
      `Organization ${orgId} is the local org, which this service refuses.`,
    );
  return organization;
};

const checkSecondFactor = (secret: string | undefined, organization: RegisteredOrganization): void => {
  if (!secret) throw new AppError('secondFactorMissing', 'The header X-Inspire-Org-Secret is missing.');
  const { secondFactorHash } = organization;
  if (!secondFactorHash || !timingSafeEqual(sha256(secret), secondFactorHash))
    throw new AppError('secondFactorWrong', `The second factor is not that of ${organization.orgId}.`);
};

const claimFault = (error: unknown, claims: Claims, policy: SignaturePolicy): unknown => {
  if (error instanceof errors.JWTExpired)
    return new AppError(
      'signatureExpired',
      `The token expired at ${new Date(claims.exp * 1000).toISOString()}.`,
    );
  if (!(error instanceof errors.JWTClaimValidationFailed))
    return error instanceof errors.JOSEError
      ? new AppError('signatureMalformed', 'The bearer token is not a JSON web token as agreed.', {
          cause: error,
        })
      : error;
  if (error.claim === 'aud')
    return new AppError(
      'signatureAudience',
      `The token is for "${claims.aud}", this is "${policy.audience}".`,
    );
  return new AppError('signatureNotYetValid', 'The token is valid only later.', { cause: error });
};

/** Tries the org's keys one after the other; the token names none. */
const checkSignature = async (
  token: string,
  claims: Claims,
  keys: readonly CryptoKey[],
  policy: SignaturePolicy,
): Promise<void> => {
  for (const key of keys) {
    try {
      await jwtVerify(token, key, {
        algorithms: ['RS256'],
        audience: policy.audience,
        clockTolerance: clockSkewSeconds,
        currentDate: policy.now(),
      });
      return;
    } catch (error) {
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw claimFault(error, claims, policy);
    }
  }
  throw new AppError(
    'signatureForged',
    `The token is not signed with a certificate registered for ${claims.iss}.`,
  );
};

const checkBinding = (claims: Claims, call: ReceivedCall, now: Date): void => {
  const lifeSeconds = claims.exp - now.getTime() / 1000;
  if (lifeSeconds > longestLifeSeconds + clockSkewSeconds)
    throw new AppError(
      'signatureTooLong',
      `The token is valid for ${Math.round(lifeSeconds)} seconds; the limit is ${longestLifeSeconds}.`,
    );
  if (claims.htm !== call.method || claims.htu !== call.target)
    throw new AppError(
      'signatureTarget',
      `The token is for ${claims.htm} ${claims.htu}; called was ${call.method} ${call.target}.`,
    );
  if (sha256(call.body).toString('base64url') !== claims.bsh)
    throw new AppError('signatureBody', 'The body is not the one that was signed.');
};

/**
 * Verifies a call before its body is parsed: registered org, second factor, RS256 by one of the org's keys, audience,
 * times, method, path and body. Whether the token was used before is not checked here.
 * @throws AppError with a code of its own for each failure
 */
export const verifySignature = async (call: ReceivedCall, policy: SignaturePolicy): Promise<Caller> => {
  const token = tokenOf(call.authorization);
  const claims = readUnverified(token);
  const organization = await checkOrganization(claims.iss, policy);
  checkSecondFactor(call.secondFactor, organization);
  await checkSignature(token, claims, organization.keys, policy);
  checkBinding(claims, call, policy.now());
  return callerOf(claims);
};
