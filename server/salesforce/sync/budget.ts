import type { ApiUsage } from '../connection/open.ts';
import { SalesforceError } from '../problem.ts';

/**
 * An org's calls of 24 hours belong to all its programs; of those this one takes no more than a share.
 * @param share 0 to 1: with so much of the limit used, by whomever, the service waits
 * @throws SalesforceError `limitReached`
 */
export const requireBudget = (usage: ApiUsage | undefined, share: number): void => {
  if (!usage || usage.used < usage.limit * share) return;
  throw new SalesforceError(
    'limitReached',
    `${usage.used} of the org's ${usage.limit} API calls of the last 24 hours are used; the service stops at ${Math.round(share * 100)} %.`,
  );
};
