import { missingFields } from '../mirror/available.ts';
import { wholeQuery } from '../mirror/soql.ts';
import { SalesforceError } from '../problem.ts';
import { readBulkQuery, startBulkQuery } from './bulk-query.ts';
import { loadPage } from './load-page.ts';
import type { SyncParts } from './parts.ts';
import { type SyncState, writeState } from './state.ts';

const keep = async ({ store, connection }: SyncParts, state: SyncState): Promise<SyncState> => {
  await store.inTenant(connection.orgId, (tenant) => writeState(tenant, connection.orgId, state));
  return state;
};

/** What changes from now on is found by following; what is there now is what the job reads. */
const begin = async (parts: SyncParts, state: SyncState): Promise<SyncState> => {
  const missing = await missingFields(parts.connection, state.sobject);
  const job = await startBulkQuery(parts.connection, wholeQuery(state.sobject, missing));
  return keep(parts, {
    ...state,
    ...{ phase: 'loading', bulkJob: job.id, locator: null, rowsLoaded: 0, rowsExpected: null },
    ...{ cursorAt: job.createdAt, cursorSince: null, missingFields: missing, problem: null },
  });
};

const anew = (state: SyncState, problem: SyncState['problem']): SyncState => ({
  ...state,
  ...{ phase: 'waiting', bulkJob: null, locator: null, rowsLoaded: 0, problem },
});

/** Pages until the object is whole or the time is over, if the job has ended. */
const read = async (parts: SyncParts, state: SyncState, bulkJob: string, until: Date): Promise<SyncState> => {
  const job = await readBulkQuery(parts.connection, bulkJob);
  if (job.state === 'running') return state;
  if (job.state === 'failed') {
    const { problem } = new SalesforceError('refused', job.message ?? `Bulk query ${bulkJob} failed.`);
    return keep(parts, anew(state, problem));
  }
  let next = await keep(parts, { ...state, rowsExpected: job.rows });
  do next = await loadPage(parts.store, parts.connection, { ...next, bulkJob }, parts.now());
  while (next.phase === 'loading' && parts.now() < until);
  return next;
};

/**
 * Brings the first load of an object on: starts the bulk query, or reads its results as far as there are any. What was read
 * stays read if the process dies.
 * @param until no page is begun after it but the first
 * @returns the state; `live` once everything is there
 */
export async function loadObject(parts: SyncParts, state: SyncState, until: Date): Promise<SyncState> {
  const { bulkJob } = state;
  if (bulkJob === null) return begin(parts, state);
  try {
    return await read(parts, state, bulkJob, until);
  } catch (error) {
    // Results are kept for seven days; after a longer pause everything is read anew.
    if (error instanceof SalesforceError && error.code === 'refused')
      return keep(parts, anew(state, error.problem));
    throw error;
  }
}
