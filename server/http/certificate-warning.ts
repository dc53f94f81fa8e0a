import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { Organization } from '../store/index.ts';

const dayMs = 24 * 60 * 60 * 1000;
const warnDays = 30;

/**
 * Says once a day that the last certificate of an org expires within 30 days; without one that follows it, the org would
 * be locked out.
 */
export const createCertificateWarning = (now: () => Date, log: Logger) => {
  const warnedAt = new LRUCache<string, number>({ max: 10_000 });
  return ({ orgId, keys }: Pick<Organization, 'orgId' | 'keys'>): void => {
    const at = now().getTime();
    const last = Math.max(0, ...keys.map(({ expiresAt }) => Date.parse(expiresAt)));
    const days = Math.floor((last - at) / dayMs);
    if (days >= warnDays || at - (warnedAt.get(orgId) ?? 0) < dayMs) return;
    warnedAt.set(orgId, at);
    log.warn({ org: orgId, days }, 'The certificate of the org expires soon: npm run org:register');
  };
};
