import { setTimeout as pause } from 'node:timers/promises';
import type { ConnectedOrg } from '../store/index.ts';
import { createFollower, type FollowerParts } from './follower.ts';
import { openLeases } from './lease.ts';

export interface WorkerParts extends FollowerParts {
  /** `DATABASE_DIRECT_URL`. */
  directUrl: string;
}

/** Keeps every connected org in step that no other process looks after. */
export interface Worker {
  /** Ends after the turn that is under way. */
  stop(): Promise<void>;
}

const tickMs = 1_000;

/** Orgs are independent: a slow or broken one does not hold up the others. */
export const startWorker = (parts: WorkerParts): Worker => {
  const { store, directUrl, log } = parts;
  const leases = openLeases(directUrl, (err) => log.warn({ err }, 'Leases lost; taken again'));
  const followers = new Map<string, { connectedAt: number; follow: () => Promise<void> }>();
  const running = new Map<string, Promise<void>>();
  const stopping = new AbortController();

  /** A newly made connection is tried at once, however long the former one had to rest. */
  const followerOf = ({ orgId, connectedAt }: ConnectedOrg): (() => Promise<void>) => {
    const known = followers.get(orgId);
    if (known?.connectedAt === connectedAt.getTime()) return known.follow;
    const follow = createFollower(parts, orgId);
    followers.set(orgId, { connectedAt: connectedAt.getTime(), follow });
    return follow;
  };

  const turn = async (org: ConnectedOrg): Promise<void> => {
    if (await leases.has(org.orgId)) await followerOf(org)();
  };

  const begin = (org: ConnectedOrg): void => {
    const { orgId } = org;
    if (running.has(orgId)) return;
    const turning = turn(org)
      .catch((err: unknown) => log.warn({ org: orgId, err }, 'Turn failed'))
      .finally(() => running.delete(orgId));
    running.set(orgId, turning);
  };

  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const orgs = await store.connectedOrgs().catch((err: unknown) => {
        log.warn({ err }, 'Connected orgs can not be read');
        return [];
      });
      for (const org of orgs) begin(org);
      await pause(tickMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };

  const looping = loop();
  return {
    stop: async () => {
      stopping.abort();
      await looping;
      await Promise.all(running.values());
      await leases.close();
    },
  };
};
