import { type Kysely, type RawBuilder, sql } from 'kysely';
import { databaseOn, openPool } from './database.ts';
import { asProblem } from './failure.ts';
import {
  type RecordReaction,
  reactionsPatience,
  readRecordReactions,
  type Viewing,
} from './record-reactions.ts';
import { type CsvRows, loadCsv } from './load-csv.ts';
import type { Database, Tenant } from './tables.ts';
import { together } from './together.ts';
import { within } from './within.ts';

export interface Store {
  /**
   * Runs `work` in a transaction that sees and writes rows of this org alone.
   * @throws AppError `storeUnavailable` when the database does not answer; otherwise what `work` throws
   */
  inTenant<Result>(orgId: string, work: (tenant: Tenant) => Promise<Result>): Promise<Result>;
  /** The same for reading or publishing a library, whose queries may take up to half a minute. */
  atLength<Result>(orgId: string, work: (tenant: Tenant) => Promise<Result>): Promise<Result>;
  /**
   * Streams CSV rows into `loadedRows` and runs `work`, in one transaction that sees this org alone.
   * @throws as `inTenant`; whatever happens, either all of it is done or nothing
   */
  loadCsv<Result>(
    orgId: string,
    csv: CsvRows,
    work: (tenant: Tenant, rowCount: number) => Promise<Result>,
  ): Promise<Result>;
  /** What a person did with items on a record, newest first: one round trip, for the list that they wait for. */
  reactionsOn(viewing: Viewing): Promise<RecordReaction[]>;
  /** Number of the latest publication for each of these orgs that has one. */
  currentPublications(orgIds: readonly string[]): Promise<Map<string, number>>;
  /** Orgs that the service was connected to, and when. */
  connectedOrgs(): Promise<ConnectedOrg[]>;
  /** Forgets used tokens past their expiry and answers older than seven days, of every org. */
  removeExpiredRequests(): Promise<void>;
  /** @throws AppError `storeUnavailable` unless the database answers */
  ping(): Promise<void>;
  /** Ends all connections; work that has begun is finished first. */
  close(): Promise<void>;
}

export interface ConnectedOrg {
  orgId: string;
  /** Later each time that an operator connects it anew. */
  connectedAt: Date;
}

export interface StoreOptions {
  /** `DATABASE_URL`: the application's role, which owns nothing. */
  url: string;
  /** Most connections at a time; work at length has as many of its own, which it must not take from requests. */
  size?: number;
  /** Told when an idle connection breaks. */
  onError: (error: Error) => void;
}

const loadsAtATime = 2;

/** Opens the store. Connects when first used, so that the service can start and say that the database is missing. */
export function openStore({ url, size = 10, onError }: StoreOptions): Store {
  const pool = openPool({ url, size, onError, patience: 3_000 });
  const db = databaseOn<Database>(pool);
  const atLength = databaseOn<Database>(openPool({ url, size, onError, patience: 30_000 }));
  const loading = openPool({ url, size: loadsAtATime, onError, patience: 300_000 });
  const readReactions = together((viewings: readonly Viewing[]) => readRecordReactions(pool, viewings));
  const guarded = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw asProblem(error);
    }
  };
  const run = async (statement: RawBuilder<unknown>): Promise<void> => {
    await statement.execute(db);
  };
  return {
    inTenant: (orgId, work) => guarded(() => inTenant(db, orgId, work)),
    atLength: (orgId, work) => guarded(() => inTenant(atLength, orgId, work)),
    loadCsv: (orgId, csv, work) => guarded(() => loadCsv(loading, orgId, csv, work)),
    reactionsOn: (viewing) => guarded(() => within(reactionsPatience, readReactions(viewing))),
    currentPublications: (orgIds) => guarded(() => currentPublications(db, orgIds)),
    connectedOrgs: () => guarded(() => connectedOrgs(db)),
    removeExpiredRequests: () => guarded(() => run(sql`select remove_expired_requests()`)),
    ping: () => guarded(() => run(sql`select 1`)),
    close: async () => {
      await Promise.all([db.destroy(), atLength.destroy(), loading.end()]);
    },
  };
}

const inTenant = <Result>(
  db: Kysely<Database>,
  orgId: string,
  work: (tenant: Tenant) => Promise<Result>,
): Promise<Result> =>
  db.transaction().execute(async (tenant) => {
    await sql`select set_config('app.org_id', ${orgId}, true)`.execute(tenant);
    return work(tenant);
  });

async function currentPublications(
  db: Kysely<Database>,
  orgIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ org_id: string; publication: number }>`
    select org_id, publication from current_publications(${orgIds})
  `.execute(db);
  return new Map(rows.map((row) => [row.org_id, row.publication]));
}

async function connectedOrgs(db: Kysely<Database>): Promise<ConnectedOrg[]> {
  const { rows } = await sql<{ org_id: string; connected_at: Date }>`
    select org_id, connected_at from connected_orgs()
  `.execute(db);
  return rows.map((row) => ({ orgId: row.org_id, connectedAt: row.connected_at }));
}
