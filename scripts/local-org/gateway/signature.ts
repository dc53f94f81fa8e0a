import { createHash } from 'node:crypto';
import { CompactSign, type CryptoKey } from 'jose';
import type { Temporal } from 'temporal-polyfill';
import { v4 } from 'uuid';

const VALID_SECONDS = 60;
const PACKAGE_VERSION = '0.1';

/** Who asks, in the words of the org. */
export interface Caller {
  /** 18 characters. */
  orgId: string;
  /** 18 characters. */
  userId: string;
  /** Custom permissions of Be Inspired that the user holds. */
  permissions: readonly string[];
  /** `en_US` */
  locale: string;
  /** IANA name. */
  timeZone: string;
}

/** Base64url of the SHA-256 of the bytes, without padding. */
export const digest = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('base64url');

/**
 * The claims that InspireSignature sets in Apex, with the end that `Auth.JWT` makes of the validity. `now` is the machine's
 * time: the service compares it with its own.
 */
export function claimsOf(
  caller: Caller,
  audience: string,
  route: string,
  body: string,
  now: Temporal.Instant,
): Record<string, unknown> {
  const seconds = Math.floor(now.epochMilliseconds / 1000);
  return {
    iss: caller.orgId,
    sub: caller.userId,
    aud: audience,
    exp: seconds + VALID_SECONDS,
    rid: v4(),
    htm: 'POST',
    htu: route,
    bsh: digest(body),
    perms: caller.permissions.join(' '),
    loc: caller.locale,
    tz: caller.timeZone,
    ver: PACKAGE_VERSION,
  };
}

/** A compact JWS over the claims, as Auth.JWS makes it with a certificate of the org: RS256, no key id. */
export const sign = (claims: Record<string, unknown>, key: CryptoKey): Promise<string> =>
  new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'RS256' })
    .sign(key);
