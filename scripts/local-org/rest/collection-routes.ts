import { z } from 'zod';
import { SalesforceError } from '../errors.ts';
import { normalId } from '../ids.ts';
import type { Records, SaveOptions } from '../records/index.ts';
import type { Given } from '../records/input.ts';
import type { SaveResult } from '../records/save.ts';
import { rolledBack, Undone } from '../records/transact.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import { bodyAs } from './body.ts';
import { type Call, type Parameters, type Reply, rootOf, type Route } from './call.ts';
import { resultBody } from './results.ts';

const MAX_RECORDS = 200;
const record = z.looseObject({ attributes: z.looseObject({ type: z.string() }) });
const collection = z.object({ allOrNone: z.boolean().default(false), records: z.array(record) });
const wanted = z.object({ ids: z.array(z.string()), fields: z.array(z.string()).min(1) });

type SaveRun = (
  records: Records,
  object: string,
  run: readonly Given[],
  options: SaveOptions,
) => Promise<SaveResult[]>;
interface Run {
  object: string;
  records: Given[];
}

/** Up to 200 records in one call, of one or several objects. */
export function collectionRoutes(catalogue: Catalogue): readonly Route[] {
  return [
    {
      method: 'POST',
      pattern: 'composite/sobjects',
      handle: (call) => save(call, (records, ...args) => records.create(call.access, ...args)),
    },
    {
      method: 'PATCH',
      pattern: 'composite/sobjects',
      handle: (call) => save(call, (records, ...args) => records.update(call.access, ...args)),
    },
    {
      method: 'PATCH',
      pattern: 'composite/sobjects/:object/:field',
      handle: (call, { field = '' }) =>
        save(call, (records, object, run, options) =>
          records.upsert(call.access, object, field, run, options),
        ),
    },
    { method: 'DELETE', pattern: 'composite/sobjects', handle: (call) => remove(call, catalogue) },
    {
      method: 'POST',
      pattern: 'composite/sobjects/:object',
      handle: (call, parameters) => {
        const { ids, fields } = bodyAs(wanted, call.body);
        return retrieve(call, parameters, ids, fields);
      },
    },
    {
      method: 'GET',
      pattern: 'composite/sobjects/:object',
      handle: (call, parameters) => retrieve(call, parameters, listIn(call, 'ids'), listIn(call, 'fields')),
    },
  ];
}

const listIn = (call: Call, name: string): string[] =>
  (call.query.get(name) ?? '').split(',').filter((each) => each !== '');

function assertCount(count: number): void {
  if (count <= MAX_RECORDS) return;
  throw new SalesforceError(
    'EXCEEDED_ID_LIMIT',
    `record limit reached. cannot submit more than ${MAX_RECORDS} records in this call`,
  );
}

async function save(call: Call, saveRun: SaveRun): Promise<Reply> {
  const { allOrNone, records } = bodyAs(collection, call.body);
  assertCount(records.length);
  const runs = runsOf(records);
  const results = await inRuns(call.records, runs, allOrNone, (inside, run, options) =>
    saveRun(inside, run.object, run.records, options),
  );
  return { status: 200, body: results.map(resultBody) };
}

/** Neighbouring records of one object, in their order. */
function runsOf(records: readonly z.infer<typeof record>[]): Run[] {
  const runs: Run[] = [];
  for (const { attributes, ...fields } of records) {
    const last = runs.at(-1);
    if (last?.object.toLowerCase() === attributes.type.toLowerCase()) last.records.push(fields);
    else runs.push({ object: attributes.type, records: [fields] });
  }
  return runs;
}

type Work<Item> = (records: Records, item: Item, options: SaveOptions) => Promise<SaveResult[]>;

/** One after the other; with `allOrNone` a record that fails undoes all runs. */
async function inRuns<Item>(
  records: Records,
  runs: readonly Item[],
  allOrNone: boolean,
  work: Work<Item>,
): Promise<SaveResult[]> {
  const all = async (inside: Records, options: SaveOptions): Promise<SaveResult[]> => {
    const results: SaveResult[] = [];
    for (const run of runs) results.push(...(await work(inside, run, options)));
    return results;
  };
  if (!allOrNone) return all(records, {});
  try {
    return await records.together(async (inside) => {
      const results = await all(inside, {});
      if (results.some(({ success }) => !success)) throw new Undone(results);
      return results;
    });
  } catch (error) {
    if (error instanceof Undone) return rolledBack(error.results);
    throw error;
  }
}

/** `?ids=001…,003…`: each id says by its prefix what it is of. */
async function remove(call: Call, catalogue: Catalogue): Promise<Reply> {
  const ids = listIn(call, 'ids');
  assertCount(ids.length);
  const allOrNone = call.query.get('allOrNone') === 'true';
  const results = await inRuns(call.records, ids, allOrNone, (inside, id) =>
    removeOne(call, inside, catalogue, id),
  );
  return { status: 200, body: results.map(resultBody) };
}

async function removeOne(
  call: Call,
  records: Records,
  catalogue: Catalogue,
  id: string,
): Promise<SaveResult[]> {
  const object = normalId(id) === null ? undefined : catalogue.ofId(id);
  if (object) return records.remove(call.access, object.name, [id]);
  return [
    {
      id: null,
      success: false,
      errors: [{ statusCode: 'MALFORMED_ID', message: `malformed id ${id}`, fields: [] }],
    },
  ];
}

async function retrieve(
  call: Call,
  { object = '' }: Parameters,
  ids: readonly string[],
  fields: readonly string[],
): Promise<Reply> {
  if (fields.length === 0)
    throw new SalesforceError('MISSING_ARGUMENT', 'fields: the fields to retrieve are required');
  return {
    status: 200,
    body: await call.records.retrieve(call.access, object, ids, fields, `${rootOf(call)}/sobjects`),
  };
}
