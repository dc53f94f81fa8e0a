import {
  Kysely,
  type PostgresCursor,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
} from 'kysely';
import { Pool, TypeOverrides, types } from 'pg';

/** Values that `pg` would hand over in a form that loses something or has to be parsed everywhere. */
const columnTypes = new TypeOverrides();
/** int8, also the type of count: a number; ours stay far below 2^53. */
columnTypes.setTypeParser(types.builtins.INT8, Number);
/** date: the text. A civil day has no time zone, but pg makes a local midnight of it. */
columnTypes.setTypeParser(types.builtins.DATE, String);

interface Connection {
  url: string;
  /** Most connections at a time. */
  size: number;
  /** Milliseconds after which a server that is reachable but silent counts as gone; for ever if not set. */
  patience?: number;
  /** Told when an idle connection breaks; the pool replaces it. */
  onError?: (error: Error) => void;
}

/** A pool of connections. A connection that breaks while idle must not end the process, so its error is taken here. */
export function openPool({ url, size, patience, onError = () => undefined }: Connection): Pool {
  const pool = new Pool({
    connectionString: url,
    max: size,
    types: columnTypes,
    connectionTimeoutMillis: 3_000,
    ...(patience === undefined ? {} : { query_timeout: patience }),
    keepAlive: true,
    application_name: 'be-inspired',
  });
  pool.on('error', onError);
  // A connection that breaks while in use tells whoever uses it, and once more as an event that nobody may leave unheard.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

export function openDatabase<Tables>(connection: Connection): Kysely<Tables> {
  return databaseOn(openPool(connection));
}

/** Queries on a pool; destroying it ends the pool. */
export function databaseOn<Tables>(pool: Pool): Kysely<Tables> {
  const discarding: PostgresPool = {
    connect: async () => discardedWhenSilent(await pool.connect()),
    end: () => pool.end(),
    options: pool.options,
  };
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: discarding }) });
}

/** What pg says when its patience is over; the connection still waits for the answer, and so would the next query on it. */
const isReadTimeout = (error: unknown): boolean =>
  Error.isError(error) && error.message === 'Query read timeout';

/** A connection on which a query timed out takes no other one and does not go back to the pool. */
function discardedWhenSilent(client: PostgresPoolClient): PostgresPoolClient {
  let silent = false;
  const ask = async <Row>(sql: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>> => {
    if (silent) throw new Error('Connection terminated: an earlier query on it was not answered.');
    try {
      return await client.query<Row>(sql, values);
    } catch (error) {
      silent ||= isReadTimeout(error);
      throw error;
    }
  };
  function query<Row>(sql: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  function query<Row>(asked: string | PostgresCursor<Row>, values: readonly unknown[] = []) {
    return typeof asked === 'string' ? ask<Row>(asked, values) : client.query(asked);
  }
  return { query, release: (destroy = false) => client.release(destroy || silent) };
}
