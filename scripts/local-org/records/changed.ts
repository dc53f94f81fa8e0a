import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { type Executor, table } from '../database.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Access } from '../sharing/access.ts';
import { readableRows } from '../sharing/visible-rows.ts';

export interface Span {
  start: Temporal.Instant;
  end: Temporal.Instant;
}

export interface ChangedRow {
  id: string;
  /** When it was changed or deleted. */
  at: string;
}

/** What replication asks: rows changed (or deleted) in a span of time, oldest first. */
export async function changedRows(
  executor: Executor,
  catalogue: Catalogue,
  access: Access,
  object: ObjectDefinition,
  kind: 'updated' | 'deleted',
  { start, end }: Span,
): Promise<ChangedRow[]> {
  const readable = readableRows(catalogue, access, object, 't') ?? sql`true`;
  const deleted = object.softDelete ? sql`t."IsDeleted"` : sql`false`;
  const { rows } =
    await sql<ChangedRow>`select t."Id" as id, t."SystemModstamp" as at from ${table(object.name)} t
    where t."SystemModstamp" >= ${start.toString()}::timestamptz and t."SystemModstamp" < ${end.toString()}::timestamptz
      and ${deleted} = ${kind === 'deleted'} and ${readable} order by t."SystemModstamp", t."Id" limit 600001`.execute(
      executor,
    );
  return rows;
}
