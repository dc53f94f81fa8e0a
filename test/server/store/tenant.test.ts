import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { Client } from 'pg';
import { freshStore, type TestStore } from '../../support/postgres.ts';

let fixture: TestStore;
let ours: string;
let theirs: string;

const token = (orgId: string, tokenId: string) => ({
  org_id: orgId,
  token_id: tokenId,
  expires_at: new Date(),
});

beforeAll(async () => {
  fixture = await freshStore();
  ours = await fixture.addOrganization();
  theirs = await fixture.addOrganization();
  for (const orgId of [ours, theirs]) {
    await fixture.store.inTenant(orgId, (tenant) =>
      tenant.insertInto('used_token').values(token(orgId, 'first')).execute(),
    );
  }
});

afterAll(() => fixture.close());

/** A connection of the application's role, outside the store. */
async function asApplication<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: fixture.connections.url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const tables = [
  'organization',
  'used_token',
  'answered_request',
  'suggestion_reaction',
  'audit',
  'configuration_state',
  'configuration_entry',
  'configuration_current',
  'configuration_publication',
  'configuration_change',
  'configuration_draft',
  'salesforce_connection',
  'sync_state',
  'outbox_write',
  'cadence_enrollment',
  'touchpoint',
  'record_position',
  'user_absence',
  'mirror_change',
  'mirror_opportunity_team_member',
  'mirror_record_type',
  'mirror_account',
  'mirror_asset',
  'mirror_contact',
  'mirror_contract',
  'mirror_email_message',
  'mirror_event',
  'mirror_holiday',
  'mirror_opportunity',
  'mirror_opportunity_contact_role',
  'mirror_opportunity_history',
  'mirror_task',
  'mirror_user',
  'mirror_user_role',
];

describe('row-level security', () => {
  test('covers every table that the application may touch', async () => {
    const { rows } = await asApplication((client) =>
      client.query<{ name: string }>(`
        select c.relname as name from pg_class c
        where c.relkind in ('r', 'p') and c.relrowsecurity
          and has_any_column_privilege('app_user', c.oid, 'select') and c.relnamespace = 'public'::regnamespace
      `),
    );
    expect(rows.map((row) => row.name).sort()).toEqual([...tables].sort());
  });

  test('leaves no table of ours that the application may touch without it', async () => {
    const { rows } = await asApplication((client) =>
      client.query(`
        select c.relname from pg_class c
        where c.relkind in ('r', 'p', 'v', 'm') and not c.relrowsecurity
          and has_any_column_privilege('app_user', c.oid, 'select') and c.relnamespace = 'public'::regnamespace
      `),
    );
    expect(rows).toEqual([]);
  });

  test('shows a tenant its own rows alone', async () => {
    const rows = await fixture.store.inTenant(ours, (tenant) =>
      tenant.selectFrom('used_token').selectAll().execute(),
    );
    expect(rows.map((row) => row.org_id)).toEqual([ours]);
  });

  test('shows nothing without a tenant', async () => {
    const { rows } = await asApplication((client) => client.query('select * from used_token'));
    expect(rows).toEqual([]);
  });

  test('shows nothing on a connection that served a tenant before', async () => {
    const { rows } = await asApplication(async (client) => {
      await client.query('begin');
      await client.query("select set_config('app.org_id', $1, true)", [ours]);
      await client.query('commit');
      return client.query('select * from used_token');
    });
    expect(rows).toEqual([]);
  });

  test('refuses a row of another tenant', async () => {
    const writing = fixture.store.inTenant(ours, (tenant) =>
      tenant.insertInto('used_token').values(token(theirs, 'second')).execute(),
    );
    await expect(writing).rejects.toThrow(/violates row-level security policy/);
  });

  test.each([
    ['becoming the owner', 'set role app_owner', /permission denied to set role/],
    [
      'switching it off',
      'set row_security = off; select * from used_token',
      /query would be affected by row-level security/,
    ],
    ['truncating', 'truncate used_token', /permission denied for table/],
    ['copying in', 'copy used_token from stdin', /COPY FROM not supported with row-level security/],
    ['rewriting the audit', "update audit set action = ''", /permission denied for table/],
    ['deleting from the audit', 'delete from audit', /permission denied for table/],
    ['registering an org', "update organization set name = 'x'", /permission denied for table/],
    ['adding a table', 'create table mine (id int)', /permission denied for schema public/],
  ])('refuses %s', async (_what, statement, refusal) => {
    await expect(asApplication((client) => client.query(statement))).rejects.toThrow(refusal);
  });

  test('is not a matter of the table being empty: the owner sees both tenants', async () => {
    const client = new Client({ connectionString: fixture.connections.ownerUrl });
    await client.connect();
    const { rowCount } = await client.query('select distinct org_id from used_token');
    await client.end();
    expect(rowCount).toBe(2);
  });
});

test('a failed piece of work leaves nothing behind', async () => {
  const failing = fixture.store.inTenant(ours, async (tenant) => {
    await tenant.insertInto('used_token').values(token(ours, 'undone')).execute();
    throw new Error('after the insert');
  });
  await expect(failing).rejects.toThrow('after the insert');
  const rows = await fixture.store.inTenant(ours, (tenant) =>
    tenant.selectFrom('used_token').select('token_id').where('token_id', '=', 'undone').execute(),
  );
  expect(rows).toEqual([]);
});

test('counts are numbers and civil days are text', async () => {
  const row = await fixture.store.inTenant(ours, async (tenant) => {
    const { rows } = await sql<object>`select count(*) as count, date '2026-03-29' as day`.execute(tenant);
    return rows[0];
  });
  expect(row).toEqual({ count: 1, day: '2026-03-29' });
});
