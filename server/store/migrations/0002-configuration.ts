import { type Kysely, sql } from 'kysely';
import { makeTenantTable } from './tenant-table.ts';

/** Content, rules, stage map and fact table of each org: every version, what is live, who published what, and drafts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createVersions(db);
  await createPublications(db);
  await createDrafts(db);
}

const kind = sql`kind text not null check (kind in ('item', 'rule', 'stage', 'factSource'))`;

async function createVersions(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table configuration_entry (
      org_id text not null references organization on delete cascade,
      ${kind},
      key text not null,
      version int not null,
      content jsonb not null,
      body text,
      open_blanks int not null,
      digest text not null,
      primary key (org_id, kind, key, version)
    )
  `.execute(db);
  await makeTenantTable(db, 'configuration_entry', 'select, insert');

  await sql`
    create table configuration_current (
      org_id text not null,
      ${kind},
      key text not null,
      version int not null,
      retired boolean not null,
      publication int not null,
      primary key (org_id, kind, key),
      foreign key (org_id, kind, key, version) references configuration_entry on delete cascade
    )
  `.execute(db);
  await sql`create index configuration_current_change on configuration_current (org_id, publication)`.execute(
    db,
  );
  await makeTenantTable(db, 'configuration_current', 'select, insert, update');
}

async function createPublications(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table configuration_state (
      org_id text primary key references organization on delete cascade,
      publication int not null,
      revision int not null
    )
  `.execute(db);
  await makeTenantTable(db, 'configuration_state', 'select, insert, update');
  await createPoll(db);

  await sql`
    create table configuration_publication (
      org_id text not null references organization on delete cascade,
      number int not null,
      published_by text not null,
      published_at timestamptz not null default now(),
      note text not null,
      rolled_back_to int,
      primary key (org_id, number)
    )
  `.execute(db);
  await makeTenantTable(db, 'configuration_publication', 'select, insert');

  await sql`
    create table configuration_change (
      org_id text not null,
      publication int not null,
      ${kind},
      key text not null,
      version int not null,
      retired boolean not null,
      primary key (org_id, publication, kind, key),
      foreign key (org_id, publication) references configuration_publication on delete cascade,
      foreign key (org_id, kind, key, version) references configuration_entry on delete cascade
    )
  `.execute(db);
  await makeTenantTable(db, 'configuration_change', 'select, insert');
}

/** A process that serves many orgs asks once a second for all of them: numbers only, of orgs that it names. */
async function createPoll(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function current_publications(org_ids text[]) returns table (org_id text, publication int)
      language sql stable security definer set search_path = pg_catalog, pg_temp
    begin atomic
      select state.org_id, state.publication from public.configuration_state state
        where state.org_id = any (org_ids);
    end
  `.execute(db);
  await sql`revoke all on function current_publications(text[]) from public`.execute(db);
  await sql`grant execute on function current_publications(text[]) to app_user`.execute(db);
}

async function createDrafts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table configuration_draft (
      org_id text not null references organization on delete cascade,
      ${kind},
      key text not null,
      content jsonb,
      saved_by text not null,
      saved_at timestamptz not null default now(),
      primary key (org_id, kind, key)
    )
  `.execute(db);
  await makeTenantTable(db, 'configuration_draft', 'select, insert, update, delete');
}
