import { Kysely, PostgresDialect, type RawBuilder, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { Logger } from 'pino';

/** The org's database; tables are made from the catalogue at run time, so queries are `sql` fragments. */
export type Database = Kysely<unknown>;
export type Executor = Database | Transaction<unknown>;
/** A piece of SQL with its parameters. */
export type Sql = RawBuilder<unknown>;

/** Schema of the tables that hold SObjects. */
const RECORDS = 'sobject';
/** The table of an SObject. */
export const table = (object: string): Sql => sql.id(RECORDS, object);
/** A column, qualified by the alias of its table. */
export const column = (alias: string, name: string): Sql => sql.id(alias, name);
/** Text as comparisons and sorting see it: without case, ordered by code point as an English org does. */
export const folded = (value: Sql): Sql => sql`local_org.fold(${value})`;

/** `2011-07-07 00:37:00+00` → `2011-07-07T00:37:00.000+0000`. */
const apiDateTime = (text: string): string => `${text.slice(0, 10)}T${text.slice(11, 19)}.000+0000`;
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  20: Number,
  1082: (text) => text,
  1083: (text) => `${text.slice(0, 8)}.000Z`,
  1184: apiDateTime,
  1700: Number,
};

const ordinaryParser: (oid: number, format?: 'text' | 'binary') => (text: string) => unknown =
  pg.types.getTypeParser;

/**
 * Opens a pool whose answers are already in the forms of the REST API; nothing is written by opening it. A commit does
 * not wait for the disk: a power cut may take the last second of an org on a machine for trying out, never half a save.
 * @param lockWaitMs how long a statement waits for a row that somebody else holds
 */
export function openDatabase(databaseUrl: string, lockWaitMs: number, log: Logger): Database {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 10,
    options: `-c timezone=UTC -c jit=off -c synchronous_commit=off -c lock_timeout=${lockWaitMs}`,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary'): ((text: string) => unknown) =>
        parsers[oid] ?? ordinaryParser(oid, format),
    },
  });
  pool.on('error', (error) => {
    if (!pool.ending) log.warn({ error: error.message }, 'local org: a database connection was lost');
  });
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
}
