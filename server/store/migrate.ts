import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { openDatabase } from './database.ts';
import { migrations } from './migrations/index.ts';

/**
 * Brings a database to the present state; does nothing if it is. Processes that start together wait for each other.
 * @param ownerUrl connection as the role that is to own the tables
 * @returns the names of the migrations that ran
 * @throws Error naming the migration that failed, which then left nothing behind
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const db = openDatabase({ url: ownerUrl, size: 1 });
  try {
    await requireApplicationRole(db);
    const provider = { getMigrations: () => Promise.resolve(migrations) };
    const { error, results = [] } = await new Migrator({ db, provider }).migrateToLatest();
    const failed = results.find((result) => result.status === 'Error');
    if (error !== undefined)
      throw new Error(`Migration ${failed?.migrationName ?? ''} failed.`, { cause: error });
    return results.map((result) => result.migrationName);
  } finally {
    await db.destroy();
  }
}

async function requireApplicationRole(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql`select 1 from pg_roles where rolname = 'app_user'`.execute(db);
  if (rows.length > 0) return;
  throw new Error(
    "The database has no role app_user. As its administrator run: create role app_user login noinherit password '…'; " +
      'and use it in DATABASE_URL.',
  );
}
