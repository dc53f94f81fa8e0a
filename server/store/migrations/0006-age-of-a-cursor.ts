import { type Kysely, sql } from 'kysely';

/** Since when an object has been read up to its cursor. A database made between releases may have the column already. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table sync_state add column if not exists cursor_since timestamptz`.execute(db);
}
