import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Database, Tenant } from './tables.ts';

/** Rows as CSV, comma and quote as in RFC 4180, without a header. */
export interface CsvRows {
  /** Names of the columns, in the order in which they stand in the rows. */
  columns: readonly string[];
  rows: Readable;
}

/** The temporary table that the rows are in while `work` runs; every column is a text, null where nothing stood. */
export const loadedRows = sql.table('pg_temp.loaded');

/** Kysely on a connection that we know, because COPY is a stream on the connection itself. Gives it back after use. */
const databaseOf = (client: PoolClient): Kysely<Database> => {
  const pool = { connect: () => Promise.resolve(client), end: () => Promise.resolve(), options: {} };
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
};

const copyIn = async (client: PoolClient, { columns, rows }: CsvRows): Promise<number> => {
  const names = columns.map((name) => client.escapeIdentifier(name));
  await client.query(
    `create temp table loaded (${names.map((name) => `${name} text`).join(', ')}) on commit drop`,
  );
  const copy = client.query(
    copyFrom(`copy pg_temp.loaded from stdin with (format csv, force_null (${names.join(', ')}))`),
  );
  await pipeline(rows, copy);
  return copy.rowCount;
};

/**
 * Streams CSV rows into a temporary table (COPY is refused under row-level security) and lets `work` take them from there,
 * all in one transaction that sees one org.
 * @throws whatever the stream, the database or `work` throws; then nothing happened
 */
export async function loadCsv<Result>(
  pool: Pool,
  orgId: string,
  csv: CsvRows,
  work: (tenant: Tenant, rowCount: number) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  return databaseOf(client)
    .transaction()
    .execute(async (tenant) => {
      await sql`select set_config('app.org_id', ${orgId}, true)`.execute(tenant);
      return work(tenant, await copyIn(client, csv));
    });
}
