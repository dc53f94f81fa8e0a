import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { loadedRows, type Store } from '../../store/index.ts';
import type { OrgConnection } from '../connection/open.ts';
import { type Column, columnsOf, columnTypes } from '../mirror/columns.ts';
import { noting, upsertFrom, watchedInLoads } from '../mirror/upsert.ts';
import { SalesforceError } from '../problem.ts';
import { openResultPage } from './bulk-query.ts';
import { splitHeader } from './csv-header.ts';
import { type SyncState, writeState } from './state.ts';

const cast = ({ name, kind }: Column, there: ReadonlySet<string>) =>
  there.has(name)
    ? sql`${sql.id(name)}::${sql.raw(columnTypes[kind])} as ${sql.id(name)}`
    : sql`null::${sql.raw(columnTypes[kind])} as ${sql.id(name)}`;

/** The loaded texts as values of the mirror's columns. */
const typedRows = (columns: readonly Column[], there: ReadonlySet<string>) =>
  sql`(select ${sql.join(columns.map((column) => cast(column, there)))} from ${loadedRows})`;

/** After the last page the object is followed change by change. */
const afterPage = (state: SyncState, rows: number, next: string | undefined, now: Date): SyncState => ({
  ...state,
  rowsLoaded: state.rowsLoaded + rows,
  locator: next ?? null,
  problem: null,
  lastSyncedAt: now,
  ...(next === undefined && { phase: 'live', bulkJob: null }),
});

/**
 * Takes one page of a bulk query into the mirror, and notes in the same transaction where to go on.
 * @throws SalesforceError when the page is cut short or is none; then the page is read again
 */
export async function loadPage(
  store: Store,
  connection: OrgConnection,
  state: SyncState & { bulkJob: string },
  now: Date,
): Promise<SyncState> {
  const { orgId } = connection;
  const { sobject } = state;
  const page = await openResultPage(connection, state.bulkJob, state.locator);
  const { columns, rows } = await splitHeader(page.csv);
  return store.loadCsv(orgId, { columns, rows: Readable.from(rows) }, async (tenant, count) => {
    if (page.rows !== undefined && count !== page.rows)
      throw new SalesforceError(
        'unreachable',
        `A page of ${sobject} was cut: ${count} of ${page.rows} rows.`,
      );
    const source = typedRows(columnsOf(sobject), new Set(columns));
    const upsert = upsertFrom(orgId, sobject, source);
    await (watchedInLoads.has(sobject) ? noting(orgId, sobject, upsert) : upsert).execute(tenant);
    const next = afterPage(state, count, page.next, now);
    await writeState(tenant, orgId, next);
    return next;
  });
}
