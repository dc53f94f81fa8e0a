import { type Kysely, sql } from 'kysely';
import { makeTenantTable } from './tenant-table.ts';

/** Cadences as configuration, who runs which, every touchpoint, and what the engine has yet to look at. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await widenKinds(db);
  await createEnrollments(db);
  await createTouchpoints(db);
  await createPositions(db);
  await createAbsences(db);
  await createInbox(db);
  await widenMirror(db);
}

const kinds = sql`kind in ('item', 'rule', 'stage', 'factSource', 'cadence', 'workingCalendar', 'cadenceSettings')`;

async function widenKinds(db: Kysely<unknown>): Promise<void> {
  for (const table of ['entry', 'current', 'change', 'draft'].map((name) => `configuration_${name}`)) {
    const constraint = sql.id(`${table}_kind_check`);
    await sql`alter table ${sql.table(table)} drop constraint ${constraint}`.execute(db);
    await sql`alter table ${sql.table(table)} add constraint ${constraint} check (${kinds})`.execute(db);
  }
}

async function createEnrollments(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table cadence_enrollment (
      org_id text not null references organization on delete cascade,
      id uuid not null,
      cadence_key text not null,
      cadence_version int not null,
      record_id text collate "C" not null,
      sobject text not null check (sobject in ('Opportunity', 'Account')),
      account_id text collate "C",
      contact_id text collate "C" not null default '',
      state text not null default 'active' check (state in ('active', 'paused', 'stopped', 'completed')),
      reason jsonb,
      asks jsonb,
      started_on date not null,
      started_by text not null check (started_by in ('rep', 'stage', 'rule', 'flow')),
      started_by_user text,
      iteration int not null default 1,
      anchor_dates jsonb not null default '{}',
      record jsonb not null,
      record_at timestamptz not null,
      pauses jsonb not null default '[]',
      resume_on date,
      look_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (org_id, id)
    )
  `.execute(db);
  // One running enrolment of a cadence on a record, and with one person where it is about one.
  await sql`
    create unique index cadence_enrollment_running on cadence_enrollment (org_id, record_id, cadence_key, contact_id)
      where state in ('active', 'paused')
  `.execute(db);
  await sql`create index cadence_enrollment_record on cadence_enrollment (org_id, record_id)`.execute(db);
  await sql`create index cadence_enrollment_account on cadence_enrollment (org_id, account_id)`.execute(db);
  await sql`
    create index cadence_enrollment_due on cadence_enrollment (org_id, look_at) where look_at is not null
  `.execute(db);
  await makeTenantTable(db, 'cadence_enrollment', 'select, insert, update');
}

async function createTouchpoints(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table touchpoint (
      org_id text not null,
      id uuid not null,
      enrollment_id uuid not null,
      step_id text not null,
      occurrence int not null,
      state text not null check (state in ('current', 'planned', 'held', 'done', 'skipped', 'cancelled', 'notTaken')),
      due_on date,
      at timestamptz,
      reason jsonb,
      conflicts jsonb not null default '[]',
      pinned_on date,
      ended_on date,
      ended_by text,
      outcome text check (outcome in ('positive', 'negative', 'neutral')),
      completion_reason text,
      note text,
      owner_id text collate "C",
      contact_id text collate "C",
      outbound boolean not null default false,
      task jsonb,
      task_seen jsonb,
      task_id text,
      updated_at timestamptz not null default now(),
      primary key (org_id, id),
      unique (org_id, enrollment_id, step_id, occurrence),
      foreign key (org_id, enrollment_id) references cadence_enrollment on delete cascade
    )
  `.execute(db);
  await sql`create index touchpoint_owner on touchpoint (org_id, owner_id, due_on) where state = 'current'`.execute(
    db,
  );
  await sql`
    create index touchpoint_contact on touchpoint (org_id, contact_id)
      where outbound and state in ('current', 'planned', 'held', 'done')
  `.execute(db);
  await makeTenantTable(db, 'touchpoint', 'select, insert, update, delete');
}

async function createPositions(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table record_position (
      org_id text not null references organization on delete cascade,
      record_id text collate "C" not null,
      stage_name text not null,
      visits jsonb not null,
      primary key (org_id, record_id)
    )
  `.execute(db);
  await makeTenantTable(db, 'record_position', 'select, insert, update');
}

async function createAbsences(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table user_absence (
      org_id text not null references organization on delete cascade,
      id uuid not null,
      user_id text collate "C" not null,
      from_on date not null,
      to_on date not null check (to_on >= from_on),
      primary key (org_id, id)
    )
  `.execute(db);
  await sql`create index user_absence_user on user_absence (org_id, user_id)`.execute(db);
  await makeTenantTable(db, 'user_absence', 'select, insert, delete');
}

/** Records that changed in the mirror and that the engine has not looked at: written in the same transaction. */
async function createInbox(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table mirror_change (
      org_id text not null references organization on delete cascade,
      sobject text not null,
      record_id text collate "C" not null,
      primary key (org_id, sobject, record_id)
    )
  `.execute(db);
  await makeTenantTable(db, 'mirror_change', 'select, insert, update, delete');
}

async function widenMirror(db: Kysely<unknown>): Promise<void> {
  await sql`alter table mirror_opportunity add column "Inspire_Delivery_Date__c" date`.execute(db);
  await sql`alter table mirror_contact add column "EmailBouncedDate" timestamptz(0)`.execute(db);
  await sql`alter table mirror_account add column "Inspire_Competitor_Term_End__c" date`.execute(db);
  await sql`
    create table mirror_record_type (
      org_id text not null references organization on delete cascade,
      "Id" text collate "C" not null,
      "DeveloperName" text,
      "SobjectType" text,
      "SystemModstamp" timestamptz(0) not null,
      "IsDeleted" boolean not null default false,
      primary key (org_id, "Id")
    )
  `.execute(db);
  await makeTenantTable(db, 'mirror_record_type', 'select, insert, update, delete');
  await sql`
    create table mirror_opportunity_team_member (
      org_id text not null references organization on delete cascade,
      "Id" text collate "C" not null,
      "OpportunityId" text collate "C",
      "UserId" text collate "C",
      "TeamMemberRole" text,
      "SystemModstamp" timestamptz(0) not null,
      "IsDeleted" boolean not null default false,
      primary key (org_id, "Id")
    )
  `.execute(db);
  await sql`
    create index mirror_opportunity_team_member_deal on mirror_opportunity_team_member (org_id, "OpportunityId")
  `.execute(db);
  await makeTenantTable(db, 'mirror_opportunity_team_member', 'select, insert, update, delete');
  // Keys of touchpoints are looked up for every Task that comes in, and touches of a contact for its budget.
  await sql`create index mirror_task_key on mirror_task (org_id, "Inspire_Key__c") where "Inspire_Key__c" is not null`.execute(
    db,
  );
}
