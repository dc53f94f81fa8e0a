import { sql } from 'kysely';
import type { Executor } from '../database.ts';

/** What the org needs beside the tables of its objects. */
export async function createFoundations(trx: Executor): Promise<void> {
  await sql`create schema if not exists sobject`.execute(trx);
  await sql`create schema if not exists local_org`.execute(trx);
  await createFold(trx);
  await sql`create sequence if not exists local_org.record_number`.execute(trx);
  await sql`create table if not exists local_org.auto_number (field text primary key, last bigint not null)`.execute(
    trx,
  );
  await sql`create table if not exists local_org.key_prefix (object text primary key, prefix text not null unique)`.execute(
    trx,
  );
  await sql`create table if not exists local_org.founders ("orgId" text primary key, "adminId" text not null, "integrationId" text not null)`.execute(
    trx,
  );
  await sql`create table if not exists local_org.session (token_hash bytea primary key, user_id text not null, valid_until timestamptz not null)`.execute(
    trx,
  );
  await sql`create table if not exists local_org.connected_app (client_id text primary key, secret_hash bytea, run_as text, certificate text)`.execute(
    trx,
  );
  await sql`create table if not exists local_org.cursor (id text primary key, user_id text not null, soql text not null,
    with_deleted boolean not null, kept boolean not null, total bigint not null default 0, opened_at timestamptz not null default now())`.execute(
    trx,
  );
  await sql`create table if not exists local_org.cursor_page (cursor_id text not null references local_org.cursor on delete cascade,
    number bigint not null, ids text[] not null, primary key (cursor_id, number))`.execute(trx);
  await sql`create table if not exists local_org.bulk_job (id text primary key, kind text not null, user_id text not null, object text not null,
    operation text not null, key_field text, soql text, state text not null, version text not null, delimiter text not null,
    line_ending text not null, columns text[], processed bigint not null default 0, failed bigint not null default 0,
    duration bigint not null default 0, error_message text, cursor_id text, created_at timestamptz not null, changed_at timestamptz not null)`.execute(
    trx,
  );
  await sql`create table if not exists local_org.recent_view (user_id text not null, record_id text not null, object text not null,
    viewed_at timestamptz not null default now(), primary key (user_id, record_id))`.execute(trx);
  await sql`create table if not exists local_org.bulk_row (job_id text not null references local_org.bulk_job on delete cascade,
    number bigint not null, line jsonb not null, sf_id text, result text, error text, primary key (job_id, number))`.execute(
    trx,
  );
}

/** Comparisons ignore case; the sort order of an English org is that of the upper-case text by code point. */
async function createFold(trx: Executor): Promise<void> {
  const { rows } = await sql<{ collname: string }>`select collname from pg_collation
    where collname in ('pg_c_utf8', 'und-x-icu') order by collname limit 1`.execute(trx);
  const collation = sql.id(rows[0]?.collname ?? 'default');
  await sql`create or replace function local_org.fold(value text) returns text language sql immutable parallel safe
    return upper(value collate ${collation}) collate "C"`.execute(trx);
}
