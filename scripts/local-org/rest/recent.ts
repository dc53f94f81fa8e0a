import { sql } from 'kysely';
import type { Database } from '../database.ts';
import type { Page } from '../records/index.ts';

/** Rows that a user is shown as recent; the others are forgotten. */
const KEPT = 200;

/** A query that ends in `FOR VIEW` makes its rows the user's recent ones. */
export async function noteViewed(db: Database, userId: string, soql: string, page: Page): Promise<void> {
  if (!/\bFOR\s+VIEW\s*$/i.test(soql)) return;
  const ids = page.records.map((record) => record['Id']).filter((id) => typeof id === 'string');
  const objects = page.records.map(({ attributes }) => attributes.type);
  if (ids.length < page.records.length || ids.length === 0) return;
  await sql`insert into local_org.recent_view (user_id, record_id, object)
    select distinct on (id) ${userId}, id, object from unnest(${ids}::text[], ${objects}::text[]) as seen (id, object)
    on conflict (user_id, record_id) do update set viewed_at = now()`.execute(db);
  await sql`delete from local_org.recent_view where user_id = ${userId} and record_id in (select record_id
    from local_org.recent_view where user_id = ${userId} order by viewed_at desc offset ${KEPT})`.execute(db);
}

/** What a user saw last, latest first. */
export async function recentlyViewed(
  db: Database,
  userId: string,
  limit: number,
  object: string | null = null,
): Promise<{ object: string; id: string }[]> {
  const only = object === null ? sql`` : sql`and object = ${object}`;
  const { rows } = await sql<{ object: string; id: string }>`select object, record_id as id
    from local_org.recent_view where user_id = ${userId} ${only} order by viewed_at desc, record_id limit ${limit}`.execute(
    db,
  );
  return rows;
}
