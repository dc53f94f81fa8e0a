import { ExponentialBackoff } from 'cockatiel';
import type { Logger } from 'pino';
import type { Store } from '../store/index.ts';
import { type OrgConnection, openConnection } from './connection/open.ts';
import { readAccess, writeStatus } from './connection/stored.ts';
import { salesforceErrorOf } from './fault.ts';
import type { SalesforceProblemCode } from './problem.ts';
import { deliverTurn } from './outbox/index.ts';
import { requireBudget } from './sync/budget.ts';
import { syncTurn, type TurnEnd } from './sync/turn.ts';

export interface FollowerParts {
  store: Store;
  /** 32 bytes; credentials of orgs are sealed with it. */
  secretKey: Buffer;
  /** Share of an org's API calls after which the service waits, 0 to 1. */
  apiShare: number;
  now: () => Date;
  log: Logger;
  /** Nothing new is begun after it. */
  stopping: AbortSignal;
}

/** Waiting for calls that come back hour by hour is not hurried by asking. */
const restMs: Partial<Record<SalesforceProblemCode, number>> = { limitReached: 900_000, signedOut: 300_000 };

const newBackoff = () => new ExponentialBackoff({ initialDelay: 2_000, maxDelay: 300_000 }).next();

/** What is done for one org, each at its own pace: a long first load does not hold up what is to be written. */
export interface Follower {
  deliver: () => Promise<void>;
  sync: () => Promise<void>;
}

/** One org as this process follows it: nothing is done while it rests after a failure. */
export const createFollower = (parts: FollowerParts, orgId: string): Follower => {
  const { store, secretKey, apiShare, now, log, stopping } = parts;
  let connection: Promise<OrgConnection | undefined> | undefined;
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

  const isResting = (): boolean => now().getTime() < restUntil;

  const fail = async (error: unknown, open: OrgConnection | undefined): Promise<void> => {
    const { code, problem } = salesforceErrorOf(error);
    log.warn({ org: orgId, err: error, code }, 'Org is not in step; it is tried again');
    if (isResting()) return;
    restUntil = now().getTime() + (restMs[code] ?? backoff.duration);
    backoff = backoff.next(undefined);
    // A new connection knows nothing of the old one's token and count of calls.
    connection = undefined;
    const status = { problem, apiUsage: open?.usage() ?? null };
    await store.inTenant(orgId, (tenant) => writeStatus(tenant, orgId, status));
  };

  const unlessResting = async (work: (open: OrgConnection) => Promise<void>): Promise<void> => {
    if (isResting()) return;
    let open: OrgConnection | undefined;
    try {
      open = await (connection ??= connect());
      if (!open) {
        connection = undefined;
        return;
      }
      requireBudget(open.usage(), apiShare);
      await work(open);
    } catch (error) {
      await fail(error, open);
    }
  };

  const deliver = async (open: OrgConnection): Promise<void> => {
    await deliverTurn({ store, connection: open, now });
  };

  const sync = async (open: OrgConnection): Promise<void> => {
    let end: TurnEnd;
    do {
      end = await syncTurn({ store, connection: open, now }, apiShare);
      if (end !== 'idle') await succeed(open);
    } while (end === 'cut' && !stopping.aborted);
  };

  return { deliver: () => unlessResting(deliver), sync: () => unlessResting(sync) };
};
