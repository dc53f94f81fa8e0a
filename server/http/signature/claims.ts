import { LRUCache } from 'lru-cache';
import { z } from 'zod';

const isTimeZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

const known = new LRUCache<string, true>({ max: 1_000 });

/** Building a formatter is slow and there are few zones, so those that exist are remembered. */
const isKnownTimeZone = (zone: string): boolean => {
  const name = zone.toLowerCase();
  if (known.has(name)) return true;
  if (!isTimeZone(zone)) return false;
  known.set(name, true);
  return true;
};

const seconds = z.number().int().nonnegative();

/** What Apex signs. `Auth.JWT` adds others, such as `iat` and `jti`, which mean nothing to us. */
export const claimsSchema = z.object({
  iss: z.string().regex(/^00D[a-zA-Z0-9]{15}$/, 'is not an 18-character organization id'),
  sub: z.string().regex(/^005[a-zA-Z0-9]{15}$/, 'is not an 18-character user id'),
  aud: z.string().min(1).max(200),
  exp: seconds,
  nbf: seconds.optional(),
  /** Request id, another for each request: `Auth.JWT` takes no `jti` of ours. */
  rid: z.string().min(8, 'is shorter than 8 characters').max(100),
  htm: z.string().max(10),
  htu: z.string().max(2000),
  /** base64url of the SHA-256 of the body. */
  bsh: z.string().length(43),
  /** Custom permissions with a space between; empty without any. */
  perms: z
    .string()
    .max(4000)
    .transform((names) => names.split(' ').filter((name) => name !== '')),
  loc: z.string().min(2).max(20),
  tz: z.string().max(64).refine(isKnownTimeZone, 'is not a time zone'),
  ver: z.string().min(1).max(20),
});

export type Claims = z.infer<typeof claimsSchema>;

/** Who calls, as the signature proves it. Nothing here comes from a browser. */
export interface Caller {
  /** 18 characters. */
  orgId: string;
  /** 18 characters. */
  userId: string;
  permissions: readonly string[];
  /** Such as `en_US`. */
  locale: string;
  /** IANA name. */
  timeZone: string;
  packageVersion: string;
  tokenId: string;
  tokenExpiresAt: Date;
}

export const callerOf = (claims: Claims): Caller => ({
  orgId: claims.iss,
  userId: claims.sub,
  permissions: claims.perms,
  locale: claims.loc,
  timeZone: claims.tz,
  packageVersion: claims.ver,
  tokenId: claims.rid,
  tokenExpiresAt: new Date(claims.exp * 1000),
});
