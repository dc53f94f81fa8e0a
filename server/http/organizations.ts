import { importSPKI, type CryptoKey } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { AppError } from '../errors.ts';
import { findOrganization, type Organization, type Store, within } from '../store/index.ts';
import { createCertificateWarning } from './certificate-warning.ts';
import type { RegisteredOrganization } from './signature/verify.ts';

/** After this a registration is read again: that long a removed key may still count. */
const freshMs = 10_000;

/**
 * Milliseconds for reading a registration: the org's callout ends after five seconds, and by then the rest of the request
 * must be answered too. After that a remembered one counts; without one the request is refused.
 */
const patience = { remembered: 1_000, first: 1_500 };

interface Known {
  organization: RegisteredOrganization;
  expiries: readonly number[];
  keys: readonly CryptoKey[];
  readAt: number;
}

const importKeys = async (found: Organization, readAt: number): Promise<Known> => {
  const keys = await Promise.all(found.keys.map(({ pem }) => importSPKI(pem, 'RS256')));
  return {
    keys,
    expiries: found.keys.map(({ expiresAt }) => Date.parse(expiresAt)),
    readAt,
    organization: {
      orgId: found.orgId,
      keys,
      secondFactorHash: found.secondFactorHash ? Buffer.from(found.secondFactorHash, 'base64url') : undefined,
      local: found.environment === 'local',
    },
  };
};

const withoutExpiredKeys = ({ organization, keys, expiries }: Known, now: number): RegisteredOrganization =>
  expiries.every((expiry) => expiry > now)
    ? organization
    : { ...organization, keys: keys.filter((_key, index) => (expiries[index] ?? 0) > now) };

export type FindOrganization = (orgId: string) => Promise<RegisteredOrganization | undefined>;

/**
 * Registrations, read from the store and remembered for ten seconds, also that there is none. While the database does not
 * answer, an org that is known goes on being served from memory; one that is not gets `storeUnavailable`.
 */
export const createOrganizations = (store: Store, now: () => Date, log: Logger): FindOrganization => {
  const known = new LRUCache<string, Known>({ max: 10_000 });
  /** When an org was found not to be registered: a flood of made-up orgs must not reach the database each time. */
  const unknown = new LRUCache<string, number>({ max: 10_000 });
  const reading = new Map<string, Promise<Known | undefined>>();
  const warnOfExpiry = createCertificateWarning(now, log);

  const read = async (orgId: string): Promise<Known | undefined> => {
    const found = await findOrganization(store, orgId);
    if (!found) {
      known.delete(orgId);
      unknown.set(orgId, now().getTime());
      return undefined;
    }
    warnOfExpiry(found);
    const entry = await importKeys(found, now().getTime());
    known.set(orgId, entry);
    unknown.delete(orgId);
    return entry;
  };

  const readOnce = (orgId: string): Promise<Known | undefined> => {
    const running = reading.get(orgId) ?? read(orgId).finally(() => reading.delete(orgId));
    reading.set(orgId, running);
    return running;
  };

  const readOrKeep = async (orgId: string, remembered: Known | undefined): Promise<Known | undefined> => {
    try {
      return await within(remembered ? patience.remembered : patience.first, readOnce(orgId));
    } catch (error) {
      if (!remembered || !(error instanceof AppError) || error.code !== 'storeUnavailable') throw error;
      log.warn({ org: orgId, code: error.code }, 'Registration could not be read; the remembered one counts');
      remembered.readAt = now().getTime();
      return remembered;
    }
  };

  return async (orgId) => {
    const at = now().getTime();
    if (at - (unknown.get(orgId) ?? -Infinity) < freshMs) return undefined;
    const remembered = known.get(orgId);
    const entry =
      remembered && at - remembered.readAt < freshMs ? remembered : await readOrKeep(orgId, remembered);
    return entry && withoutExpiredKeys(entry, at);
  };
};
