import { type Kysely, sql } from 'kysely';
import { makeTenantTable } from './tenant-table.ts';

/** Organisations, what guards their writes, what people did with suggestions, and the audit. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table organization (
      org_id text primary key check (org_id ~ '^00D[a-zA-Z0-9]{15}$'),
      name text not null,
      environment text not null check (environment in ('production', 'sandbox', 'local')),
      keys jsonb not null check (jsonb_typeof(keys) = 'array' and jsonb_array_length(keys) <= 2),
      second_factor_hash text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )
  `.execute(db);
  await makeTenantTable(db, 'organization', 'select');
  await createRequestTables(db);
  await createReactionTable(db);
  await createAuditTable(db);
}

async function createRequestTables(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table used_token (
      org_id text not null references organization on delete cascade,
      token_id text not null,
      expires_at timestamptz not null,
      primary key (org_id, token_id)
    )
  `.execute(db);
  await sql`create index used_token_expiry on used_token (expires_at)`.execute(db);
  await makeTenantTable(db, 'used_token', 'select, insert');

  await sql`
    create table answered_request (
      org_id text not null references organization on delete cascade,
      user_id text not null,
      operation text not null,
      idempotency_key text not null,
      body_hash text not null,
      answer jsonb,
      created_at timestamptz not null default now(),
      primary key (org_id, user_id, operation, idempotency_key)
    )
  `.execute(db);
  await sql`create index answered_request_age on answered_request (created_at)`.execute(db);
  await makeTenantTable(db, 'answered_request', 'select, insert, update (answer)');

  // The one thing that concerns every tenant at once; the application may only trigger it.
  await sql`
    create function remove_expired_requests() returns void
      language sql security definer set search_path = pg_catalog, pg_temp
    begin atomic
      delete from public.used_token where expires_at < now() - interval '5 minutes';
      delete from public.answered_request where created_at < now() - interval '7 days';
    end
  `.execute(db);
  await sql`revoke all on function remove_expired_requests() from public`.execute(db);
  await sql`grant execute on function remove_expired_requests() to app_user`.execute(db);
}

async function createReactionTable(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table suggestion_reaction (
      org_id text not null references organization on delete cascade,
      id uuid not null,
      user_id text not null,
      record_id text not null,
      item_id text not null,
      item_version int not null,
      kind text not null check (kind in ('used', 'shared', 'dismissed')),
      reason text,
      show_again_on date,
      note text,
      created_at timestamptz not null default now(),
      undone_at timestamptz,
      primary key (org_id, id),
      check (kind = 'dismissed' or (reason is null and show_again_on is null))
    )
  `.execute(db);
  await sql`
    create index suggestion_reaction_of_record on suggestion_reaction (org_id, user_id, record_id)
      where undone_at is null
  `.execute(db);
  await makeTenantTable(db, 'suggestion_reaction', 'select, insert, update (undone_at)');
}

async function createAuditTable(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit (
      org_id text not null references organization on delete cascade,
      id uuid not null,
      at timestamptz not null default now(),
      user_id text not null,
      action text not null,
      detail jsonb not null,
      primary key (org_id, id)
    )
  `.execute(db);
  await makeTenantTable(db, 'audit', 'select, insert');
}
