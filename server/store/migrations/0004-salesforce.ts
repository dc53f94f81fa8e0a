import { type Kysely, sql } from 'kysely';
import { makeTenantTable } from './tenant-table.ts';

/** How an org is reached, how far each object is in step, and what waits to be written there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createConnections(db);
  await createSyncState(db);
  await createOutbox(db);
}

async function createConnections(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table salesforce_connection (
      org_id text primary key references organization on delete cascade,
      instance_url text not null,
      login_url text not null,
      client_id text not null,
      username text,
      sealed_secret text not null,
      problem jsonb,
      api_calls jsonb,
      connected_at timestamptz not null,
      updated_at timestamptz not null default now()
    )
  `.execute(db);
  await makeTenantTable(db, 'salesforce_connection', 'select, update (problem, api_calls, updated_at)');
  // Which orgs a worker looks after concerns every tenant at once; it learns their ids and when they were connected.
  await sql`
    create function connected_orgs() returns table (org_id text, connected_at timestamptz)
      language sql stable security definer set search_path = pg_catalog, pg_temp
    begin atomic
      select org_id, connected_at from public.salesforce_connection order by org_id;
    end
  `.execute(db);
  await sql`revoke all on function connected_orgs() from public`.execute(db);
  await sql`grant execute on function connected_orgs() to app_user`.execute(db);
}

async function createSyncState(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table sync_state (
      org_id text not null references organization on delete cascade,
      sobject text not null,
      phase text not null default 'waiting' check (phase in ('waiting', 'loading', 'live')),
      bulk_job text,
      locator text,
      rows_loaded bigint not null default 0,
      rows_expected bigint,
      cursor_at timestamptz(0),
      last_synced_at timestamptz,
      missing_fields jsonb not null default '[]',
      problem jsonb,
      primary key (org_id, sobject)
    )
  `.execute(db);
  await makeTenantTable(db, 'sync_state', 'select, insert, update');
}

async function createOutbox(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table outbox_write (
      org_id text not null references organization on delete cascade,
      id uuid not null,
      sobject text not null,
      key text not null,
      record_id text,
      fields jsonb not null,
      cancelled boolean not null default false,
      written jsonb,
      revision int not null default 0,
      state text not null default 'waiting' check (state in ('waiting', 'parked', 'done', 'withdrawn')),
      attempts int not null default 0,
      next_attempt_at timestamptz not null default now(),
      claim uuid,
      claimed_until timestamptz,
      problem jsonb,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (org_id, id),
      unique (org_id, sobject, key)
    )
  `.execute(db);
  await sql`
    create index outbox_write_due on outbox_write (org_id, sobject, next_attempt_at) where state = 'waiting'
  `.execute(db);
  await sql`create index outbox_write_parked on outbox_write (org_id, updated_at) where state = 'parked'`.execute(
    db,
  );
  await makeTenantTable(db, 'outbox_write', 'select, insert, update');
}
