import { z } from 'zod';
import { columnsOf, objectNames } from '../../../server/salesforce/mirror/columns.ts';
import type { FieldKind, ObjectName } from '../../../server/salesforce/mirror/objects.ts';
import type { World } from './world.ts';

/** How a value is written so that both databases write it alike. */
const canonical: Record<FieldKind, (column: string) => string> = {
  id: (column) => column,
  text: (column) => column,
  boolean: (column) => `${column}::text`,
  integer: (column) => `${column}::text`,
  number: (column) => `trim_scale(${column})::text`,
  date: (column) => `${column}::text`,
  instant: (column) => `extract(epoch from ${column})::bigint::text`,
};

/** Rows are compared by their hashes, a thousand or so under one hash. */
const query = (table: string, sobject: ObjectName, known: ReadonlySet<string>): string => {
  const parts = columnsOf(sobject)
    .filter(({ name }) => known.has(name))
    .map(({ name, kind }) => `coalesce(${canonical[kind](`"${name}"`)}, '∅')`);
  return `select left(md5("Id"), 3) as bucket, count(*)::int as rows,
    md5(string_agg(md5(concat_ws('|', ${parts.join(', ')})), '' order by "Id" collate "C")) as hash
    from ${table} group by 1 order by 1`;
};

const bucketsSchema = z.array(z.object({ bucket: z.string(), rows: z.int(), hash: z.string() }));
const namesSchema = z.array(z.object({ name: z.string() }));

export interface Comparison {
  sobject: ObjectName;
  orgRows: number;
  mirrorRows: number;
  /** Groups of rows that differ; 0 when every row is equal. */
  differing: number;
}

const snake = (name: string): string => name.replace(/[a-z](?=[A-Z])/g, '$&_').toLowerCase();
const sum = (rows: readonly { rows: number }[]): number => rows.reduce((total, each) => total + each.rows, 0);

const compareObject = async ({ orgRows, mirrorRows }: World, sobject: ObjectName): Promise<Comparison> => {
  const columns = await orgRows.query(
    `select column_name as name from information_schema.columns where table_schema = 'sobject' and table_name = $1`,
    [sobject],
  );
  const known = new Set(namesSchema.parse(columns.rows).map(({ name }) => name));
  const [org, mirror] = await Promise.all([
    orgRows.query(query(`sobject."${sobject}"`, sobject, known)),
    mirrorRows.query(query(`mirror_${snake(sobject)}`, sobject, known)),
  ]);
  const theirs = bucketsSchema.parse(org.rows);
  const ours = new Map(bucketsSchema.parse(mirror.rows).map((each) => [each.bucket, each]));
  const differing = theirs.filter(({ bucket, hash }) => ours.get(bucket)?.hash !== hash).length;
  const extra = [...ours.keys()].filter((bucket) => !theirs.some((each) => each.bucket === bucket)).length;
  return { sobject, orgRows: sum(theirs), mirrorRows: sum([...ours.values()]), differing: differing + extra };
};

/** Every row of every mirrored object against the org's own tables. */
export const compareAll = async (world: World): Promise<Comparison[]> => {
  const compared: Comparison[] = [];
  for (const sobject of objectNames) compared.push(await compareObject(world, sobject));
  return compared;
};
