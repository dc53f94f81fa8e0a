import { setTimeout as pause } from 'node:timers/promises';
import type { ConnectedOrg } from '../store/index.ts';
import { createFollower, type Follower, type FollowerParts } from './follower.ts';
import { openLeases } from './lease.ts';

export interface WorkerParts extends Omit<FollowerParts, 'stopping'> {
  /** `DATABASE_DIRECT_URL`. */
  directUrl: string;
}

/** Keeps every connected org in step that no other process looks after. */
export interface Worker {
  /** Ends after the turn that is under way. */
  stop(): Promise<void>;
}

const tickMs = 1_000;
const duties = ['deliver', 'sync'] as const;

/** Orgs are independent: a slow or broken one does not hold up the others. */
export const startWorker = (parts: WorkerParts): Worker => {
  const { store, directUrl, log } = parts;
  const leases = openLeases(directUrl, (err) => log.warn({ err }, 'Leases lost; taken again'));
  const followers = new Map<string, { connectedAt: number; follower: Follower }>();
  const running = new Map<string, Promise<void>>();
  const stopping = new AbortController();

  /** A newly made connection is tried at once, however long the former one had to rest. */
  const followerOf = ({ orgId, connectedAt }: ConnectedOrg): Follower => {
    const known = followers.get(orgId);
    if (known?.connectedAt === connectedAt.getTime()) return known.follower;
    const follower = createFollower({ ...parts, stopping: stopping.signal }, orgId);
    followers.set(orgId, { connectedAt: connectedAt.getTime(), follower });
    return follower;
  };

  const turn = async (org: ConnectedOrg, duty: keyof Follower): Promise<void> => {
    if (await leases.has(org.orgId)) await followerOf(org)[duty]();
  };

  const begin = (org: ConnectedOrg, duty: keyof Follower): void => {
    const { orgId } = org;
    const name = `${duty} ${orgId}`;
    if (running.has(name)) return;
    const turning = turn(org, duty)
      .catch((err: unknown) => log.warn({ org: orgId, duty, err }, 'Turn failed'))
      .finally(() => running.delete(name));
    running.set(name, turning);
  };

  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const orgs = await store.connectedOrgs().catch((err: unknown) => {
        log.warn({ err }, 'Connected orgs can not be read');
        return [];
      });
      for (const org of orgs) for (const duty of duties) begin(org, duty);
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
