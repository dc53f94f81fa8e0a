import { z } from 'zod';
import { defineRoute, type Route } from '../../http/route.ts';
import type { Store } from '../../store/index.ts';
import { type ConnectionStatus, readStatus } from '../connection/stored.ts';
import { problemSchema } from '../problem.ts';
import { readStates, type SyncState } from '../sync/state.ts';
import { countRows } from './row-counts.ts';

const connectionSchema = z.strictObject({
  instanceUrl: z.string(),
  /** The integration user; null with the client credentials flow, where the org knows who it is. */
  username: z.string().nullable(),
  problem: problemSchema.nullable(),
  /** Calls of the last 24 hours by whomever, and the org's limit, as its last answer told. */
  apiUsage: z.strictObject({ used: z.int(), limit: z.int() }).nullable(),
});

const objectSchema = z.strictObject({
  sobject: z.string(),
  phase: z.enum(['waiting', 'loading', 'live']),
  lastSyncedAt: z.iso.datetime().nullable(),
  /** Seconds since the org was last asked for changes; null before the first load is complete. */
  lagSeconds: z.int().nullable(),
  /** While it loads: read so far. After that: what is there now; null if counting takes longer than a page can wait. */
  rows: z.int().nullable(),
  /** Of the first load; null until the org has told it. */
  rowsExpected: z.int().nullable(),
  /** Fields that the org lacks, or hides from the integration user. */
  missingFields: z.array(z.string()),
  problem: problemSchema.nullable(),
});

export const syncStatusSchema = z.strictObject({
  /** Null until an operator connects the org. */
  connection: connectionSchema.nullable(),
  objects: z.array(objectSchema),
  /** There is more to come soon: whoever looks may ask again in a few seconds. */
  isLoading: z.boolean(),
});

export type SyncStatus = z.infer<typeof syncStatusSchema>;

const shapeObject = (
  state: SyncState,
  counts: ReadonlyMap<string, number> | undefined,
  now: Date,
): SyncStatus['objects'][number] => {
  const { sobject, phase, lastSyncedAt, rowsLoaded, rowsExpected, missingFields, problem } = state;
  const isLive = phase === 'live';
  const lag = isLive && lastSyncedAt ? Math.max(0, now.getTime() - lastSyncedAt.getTime()) : null;
  return {
    ...{ sobject, phase, rowsExpected, problem },
    lastSyncedAt: lastSyncedAt?.toISOString() ?? null,
    lagSeconds: lag === null ? null : Math.round(lag / 1000),
    rows: isLive ? (counts?.get(sobject) ?? null) : rowsLoaded,
    missingFields: [...missingFields],
  };
};

/** How far an org is in step, as an admin is shown it. */
export const shapeStatus = (
  connection: ConnectionStatus | undefined,
  states: readonly SyncState[],
  counts: ReadonlyMap<string, number> | undefined,
  now: Date,
): SyncStatus => ({
  connection: connection ?? null,
  objects: connection ? states.map((state) => shapeObject(state, counts, now)) : [],
  // What the org refuses is tried again by itself, but seldom.
  isLoading: !!connection && states.some(({ phase, problem }) => phase !== 'live' && !problem),
});

export interface SyncStatusParts {
  store: Store;
  now: () => Date;
}

const read = async (orgId: string, { store, now }: SyncStatusParts): Promise<SyncStatus> => {
  const { connection, states } = await store.inTenant(orgId, async (tenant) => ({
    connection: await readStatus(tenant, orgId),
    states: await readStates(tenant, orgId),
  }));
  const live = states.filter(({ phase }) => phase === 'live').map(({ sobject }) => sobject);
  return shapeStatus(connection, states, await countRows(store, orgId, live), now());
};

export const syncStatusRoute = (parts: SyncStatusParts): Route =>
  defineRoute({
    path: '/v1/salesforce/sync',
    operation: 'syncStatus',
    mode: 'read',
    permission: 'Inspire_Admin',
    summary: 'How far the org is in step: connection, and each object',
    input: z.strictObject({}),
    answer: syncStatusSchema,
    handle: ({ caller }) => read(caller.orgId, parts),
  });
