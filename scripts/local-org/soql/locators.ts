import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Executor, Sql } from '../database.ts';
import { SalesforceError } from '../errors.ts';
import { recordId } from '../ids.ts';

/** A result of a query that is read page by page: the ids as they were when it was asked, in order. */
export interface Cursor {
  id: string;
  soql: string;
  withDeleted: boolean;
  total: number;
}

/** Ids that one row of the page table holds. */
const CHUNK = 2000;
/** Open results a user; the oldest makes room, as in Salesforce. */
const MAX_OPEN = 10;
const CURSOR_PREFIX = '01g';

/** Keeps the ids that a query lists, without bringing them through this process; `kept` ones stay until they are dropped. */
export async function keepCursor(
  db: Database,
  userId: string,
  soql: string,
  withDeleted: boolean,
  ids: Sql,
  kept = false,
): Promise<Cursor> {
  const id = recordId(CURSOR_PREFIX, BigInt(randomInt(2 ** 47)));
  const total = await db.transaction().execute(async (trx) => {
    await sql`insert into local_org.cursor (id, user_id, soql, with_deleted, kept) values (${id}, ${userId}, ${soql}, ${withDeleted}, ${kept})`.execute(
      trx,
    );
    const { rows } = await sql<{ total: number }>`with pages as (
        insert into local_org.cursor_page (cursor_id, number, ids)
        select ${id}, (place - 1) / ${CHUNK}::int, array_agg(id order by place) from
          (select id, row_number() over () as place from (${ids}) listed) numbered group by 2 returning ids)
      select coalesce(sum(cardinality(ids)), 0)::bigint as total from pages`.execute(trx);
    const size = rows[0]?.total ?? 0;
    await sql`update local_org.cursor set total = ${size} where id = ${id}`.execute(trx);
    await dropOldest(trx, userId);
    return size;
  });
  return { id, soql, withDeleted, total };
}

async function dropOldest(trx: Executor, userId: string): Promise<void> {
  await sql`delete from local_org.cursor where user_id = ${userId} and id in (select id from local_org.cursor
    where user_id = ${userId} and not kept order by opened_at desc offset ${MAX_OPEN})`.execute(trx);
  await sql`delete from local_org.cursor where not kept and opened_at < now() - interval '2 days'`.execute(
    trx,
  );
}

/**
 * A page of ids.
 * @param locator `01g…-2000`: the cursor and where the page begins
 * @throws SalesforceError INVALID_QUERY_LOCATOR for a locator that is not one, is somebody else's, or has gone
 */
export async function readCursor(
  db: Executor,
  userId: string,
  locator: string,
  size: number,
): Promise<{ cursor: Cursor; start: number; ids: string[] }> {
  const [, id, offset] = /^(01g[0-9A-Za-z]{12,15})-(\d{1,12})$/.exec(locator) ?? [];
  const { rows } =
    await sql<Cursor>`select id, soql, with_deleted as "withDeleted", total from local_org.cursor
    where starts_with(id, ${id ?? '-'}) and user_id = ${userId}`.execute(db);
  const [cursor] = rows;
  const start = Number(offset);
  if (!cursor || start >= cursor.total)
    throw new SalesforceError('INVALID_QUERY_LOCATOR', 'invalid query locator');
  const first = Math.floor(start / CHUNK);
  const pages = await sql<{
    ids: string[];
  }>`select ids from local_org.cursor_page where cursor_id = ${cursor.id}
    and number between ${first} and ${Math.floor((start + size - 1) / CHUNK)} order by number`.execute(db);
  const within = start - first * CHUNK;
  return { cursor, start, ids: pages.rows.flatMap(({ ids }) => ids).slice(within, within + size) };
}

/** Where the page after this one begins; null after the last. */
export function nextLocator({ id, total }: Cursor, start: number, size: number): string | null {
  const next = start + size;
  return next < total ? `${id}-${next}` : null;
}
