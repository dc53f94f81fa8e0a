import type { Tenant } from '../../store/index.ts';
import { z } from 'zod';
import { objectNames } from '../mirror/columns.ts';
import type { ObjectName } from '../mirror/objects.ts';
import { type Problem, problemSchema } from '../problem.ts';

/** How far one object of an org is in step. */
export interface SyncState {
  sobject: ObjectName;
  /** `waiting` for its first load, `loading`, or `live`: followed change by change. */
  phase: 'waiting' | 'loading' | 'live';
  /** The bulk query that is being read, and where in its results. */
  bulkJob: string | null;
  locator: string | null;
  rowsLoaded: number;
  rowsExpected: number | null;
  /** Everything that changed in the org before is in the mirror. ISO 8601, UTC, whole seconds. */
  cursorAt: string | null;
  /** When a turn first read up to that instant, by the service's own clock. */
  cursorSince: Date | null;
  lastSyncedAt: Date | null;
  missingFields: readonly string[];
  problem: Problem | null;
}

const columns = [
  'sobject',
  'phase',
  'bulk_job as bulkJob',
  'locator',
  'rows_loaded as rowsLoaded',
  'rows_expected as rowsExpected',
  'cursor_at',
  'cursor_since as cursorSince',
  'last_synced_at as lastSyncedAt',
  'missing_fields',
  'problem',
] as const;

const waiting = (sobject: ObjectName): SyncState => ({
  ...{ sobject, phase: 'waiting', bulkJob: null, locator: null, rowsLoaded: 0, rowsExpected: null },
  ...{ cursorAt: null, cursorSince: null, lastSyncedAt: null, missingFields: [], problem: null },
});

const kept = z.object({ missing_fields: z.array(z.string()), problem: problemSchema.nullable() });

/** The state of every object, those that were never touched included, in the order of loading. */
export async function readStates(tenant: Tenant, orgId: string): Promise<SyncState[]> {
  const rows = await tenant.selectFrom('sync_state').select(columns).where('org_id', '=', orgId).execute();
  return objectNames.map((sobject) => {
    const row = rows.find((each) => each.sobject === sobject);
    if (!row) return waiting(sobject);
    const { cursor_at: cursor, missing_fields: missing, problem, ...rest } = row;
    const { missing_fields: missingFields, problem: known } = kept.parse({
      missing_fields: missing,
      problem,
    });
    return { ...rest, sobject, cursorAt: cursor && wholeSeconds(cursor), missingFields, problem: known };
  });
}

const wholeSeconds = (instant: Date): string => instant.toISOString().replace(/\.\d+Z$/, 'Z');

/** Writes the state of one object. */
export async function writeState(tenant: Tenant, orgId: string, state: SyncState): Promise<void> {
  const values = {
    phase: state.phase,
    bulk_job: state.bulkJob,
    locator: state.locator,
    rows_loaded: state.rowsLoaded,
    rows_expected: state.rowsExpected,
    cursor_at: state.cursorAt,
    cursor_since: state.cursorSince,
    last_synced_at: state.lastSyncedAt,
    missing_fields: JSON.stringify(state.missingFields),
    problem: state.problem && JSON.stringify(state.problem),
  };
  await tenant
    .insertInto('sync_state')
    .values({ org_id: orgId, sobject: state.sobject, ...values })
    .onConflict((conflict) => conflict.columns(['org_id', 'sobject']).doUpdateSet(values))
    .execute();
}
