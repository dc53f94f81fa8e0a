import { type Kysely, sql } from 'kysely';

/**
 * Makes a table the tenant's: the application sees and writes rows of the org that its transaction names, and none
 * without. After a transaction the setting is '' rather than unset, hence `nullif`; `(select …)` is evaluated once, so
 * that the index is used. Not forced: the owner migrates and purges, and managed PostgreSQL refuses bypassrls.
 */
export async function makeTenantTable(db: Kysely<unknown>, table: string, privileges: string): Promise<void> {
  const name = sql.table(table);
  await sql`alter table ${name} enable row level security`.execute(db);
  await sql`
    create policy tenant on ${name} to app_user
      using (org_id = (select nullif(current_setting('app.org_id', true), '')))
      with check (org_id = (select nullif(current_setting('app.org_id', true), '')))
  `.execute(db);
  await sql`grant ${sql.raw(privileges)} on ${name} to app_user`.execute(db);
}
