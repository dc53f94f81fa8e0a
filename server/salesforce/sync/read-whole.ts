import { sql } from 'kysely';
import { mirrorTable } from '../mirror/columns.ts';
import { missingFields } from '../mirror/available.ts';
import { wholeQuery } from '../mirror/soql.ts';
import { upsertRecords } from '../mirror/upsert.ts';
import type { SyncParts } from './parts.ts';
import { type SyncState, writeState } from './state.ts';

/** Reads an object whole: small ones, of which Salesforce does not say what was deleted. */
export async function readWhole(parts: SyncParts, state: SyncState): Promise<SyncState> {
  const { store, connection, now } = parts;
  const { orgId, jsforce } = connection;
  const { sobject } = state;
  const missing = state.phase === 'live' ? state.missingFields : await missingFields(connection, sobject);
  const { records } = await jsforce.query(wholeQuery(sobject, missing), {
    autoFetch: true,
    maxFetch: 50_000,
  });
  const ids = records.map(({ Id }) => Id ?? '');
  const next: SyncState = {
    ...state,
    ...{ phase: 'live', missingFields: missing, problem: null, lastSyncedAt: now() },
    ...{ rowsLoaded: records.length, rowsExpected: records.length },
  };
  await store.atLength(orgId, async (tenant) => {
    await upsertRecords(tenant, orgId, sobject, records);
    await sql`delete from ${mirrorTable(sobject)} where org_id = ${orgId} and "Id" <> all(${ids})`.execute(
      tenant,
    );
    await writeState(tenant, orgId, next);
  });
  return next;
}
