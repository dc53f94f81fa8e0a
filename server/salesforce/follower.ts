import { ExponentialBackoff } from 'cockatiel';
import type { Logger } from 'pino';
import type { Store } from '../store/index.ts';
import { type OrgConnection, openConnection } from './connection/open.ts';
import { readAccess, writeStatus } from './connection/stored.ts';
import { salesforceErrorOf } from './fault.ts';
import type { SalesforceProblemCode } from './problem.ts';
import { deliverTurn } from './outbox/index.ts';
import { requireBudget } from './sync/budget.ts';
import { syncTurn } from './sync/turn.ts';

export interface FollowerParts {
  store: Store;
  /** 32 bytes; credentials of orgs are sealed with it. */
  secretKey: Buffer;
  /** Share of an org's API calls after which the service waits, 0 to 1. */
  apiShare: number;
  now: () => Date;
  log: Logger;
}

/** Waiting for calls that come back hour by hour is not hurried by asking. */
const restMs: Partial<Record<SalesforceProblemCode, number>> = { limitReached: 900_000, signedOut: 300_000 };

const newBackoff = () => new ExponentialBackoff({ initialDelay: 2_000, maxDelay: 300_000 }).next();

/** One org as this process follows it: a turn at a time, none while it rests after a failure. */
export const createFollower = (parts: FollowerParts, orgId: string) => {
  const { store, secretKey, apiShare, now, log } = parts;
  let connection: OrgConnection | undefined;
  let backoff = newBackoff();
  let restUntil = 0;

  const connect = async (): Promise<OrgConnection | undefined> => {
    const access = await store.inTenant(orgId, (tenant) => readAccess(tenant, orgId, secretKey));
    return access && openConnection(access, { now });
  };

  const succeed = async (open: OrgConnection): Promise<void> => {
    backoff = newBackoff();
    const status = { problem: null, apiUsage: open.usage() ?? null };
    await store.inTenant(orgId, (tenant) => writeStatus(tenant, orgId, status));
  };

  const fail = async (error: unknown): Promise<void> => {
    const { code, problem } = salesforceErrorOf(error);
    restUntil = now().getTime() + (restMs[code] ?? backoff.duration);
    backoff = backoff.next(undefined);
    log.warn({ org: orgId, err: error, code }, 'Org is not in step; it is tried again');
    const status = { problem, apiUsage: connection?.usage() ?? null };
    // A new connection knows nothing of the old one's token and count of calls.
    connection = undefined;
    await store.inTenant(orgId, (tenant) => writeStatus(tenant, orgId, status));
  };

  return async (): Promise<void> => {
    if (now().getTime() < restUntil) return;
    try {
      connection ??= await connect();
      if (!connection) return;
      requireBudget(connection.usage(), apiShare);
      await deliverTurn({ store, connection, now });
      if (await syncTurn({ store, connection, now }, apiShare)) await succeed(connection);
    } catch (error) {
      await fail(error);
    }
  };
};
