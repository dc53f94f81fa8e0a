import { sql } from 'kysely';
import { z } from 'zod';
import { type Executor, table } from '../database.ts';
import { noSuchColumnOn, type RecordError, SalesforceError } from '../errors.ts';
import type { Given } from '../records/input.ts';
import type { Records } from '../records/index.ts';
import { givenId, type SaveResult } from '../records/save.ts';
import { type Catalogue, fieldOf } from '../schema/catalogue.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Access } from '../sharing/access.ts';
import type { Job } from './job.ts';

/** Rows that are saved together; Salesforce takes 200, a bigger step only saves time. */
const STEP = 2000;

/** A fault that fails the job as a whole. */
export class JobFault extends Error {}

/** @throws JobFault for a header that names what the object does not have */
export function checkHeader(access: Access, object: ObjectDefinition, columns: readonly string[]): void {
  const seen = new Set<string>();
  for (const column of columns) {
    const name = column.trim().toLowerCase();
    if (seen.has(name)) throw new JobFault(`InvalidBatch : Duplicate column: ${column}`);
    seen.add(name);
    const [relationship = '', key] = name.split('.');
    const isParent =
      key !== undefined &&
      [...object.fields.values()].some((field) => field.relationshipName?.toLowerCase() === relationship);
    const field = fieldOf(object, name);
    const isOpen = field !== undefined && access.canRead(object, field);
    if (!isParent && !isOpen) throw new JobFault(`InvalidBatch : Field name not found : ${column}`);
  }
}

interface StagedRow {
  number: number;
  line: unknown;
}

/** Saves the next rows of a job and notes what became of each, in one transaction; answers whether there may be more. */
export function ingestStep(
  records: Records,
  access: Access,
  object: ObjectDefinition,
  job: Job,
): Promise<'more' | 'done'> {
  return records.together(async (inside, trx) => {
    const { rows } =
      await sql<StagedRow>`select number, line from local_org.bulk_row where job_id = ${job.id} and result is null
      order by number limit ${STEP}`.execute(trx);
    if (rows.length === 0) return 'done';
    const lines = rows.map(({ line }) => z.array(z.string()).parse(line));
    const results = await saveLines(inside, trx, access, object, job, lines);
    await noteResults(trx, job, rows, results);
    return rows.length === STEP ? 'more' : 'done';
  });
}

/** Values by column; an empty one is left alone, `#N/A` empties the field. */
function givenOf(columns: readonly string[], line: readonly string[]): Given {
  const pairs = columns.map((column, index) => [column.trim(), line[index] ?? ''] as const);
  return Object.fromEntries(
    pairs.filter(([, value]) => value !== '').map(([name, value]) => [name, value === '#N/A' ? null : value]),
  );
}

async function saveLines(
  records: Records,
  trx: Executor,
  access: Access,
  object: ObjectDefinition,
  job: Job,
  lines: readonly string[][],
): Promise<SaveResult[]> {
  const given = lines.map((line) => givenOf(job.columns ?? [], line));
  const options = { wire: 'csv' } as const;
  switch (job.operation) {
    case 'insert':
      return records.create(access, object.name, given.map(withoutId), options);
    case 'update':
      return records.update(access, object.name, given, options);
    case 'upsert':
      return await records.upsert(access, object.name, job.keyField ?? 'Id', given, options);
    case 'delete':
      return records.remove(access, object.name, given.map(idText));
    case 'hardDelete':
      return hardDelete(records, trx, access, object, given.map(idText));
    default:
      throw new SalesforceError('INVALIDJOB', `${job.operation} is not an ingest operation`);
  }
}

const withoutId = (given: Given): Given =>
  Object.fromEntries(Object.entries(given).filter(([name]) => name.toLowerCase() !== 'id'));
const idText = (given: Given): string => givenId(given) ?? '';

/** Deletes past the recycle bin. */
async function hardDelete(
  records: Records,
  trx: Executor,
  access: Access,
  object: ObjectDefinition,
  ids: readonly string[],
): Promise<SaveResult[]> {
  if (!access.has('BulkApiHardDelete'))
    throw new JobFault('FeatureNotEnabled : hardDelete takes the permission Bulk API Hard Delete');
  const results = await records.remove(access, object.name, ids);
  const gone = results.flatMap(({ id, success }) => (success && id ? [id] : []));
  await sql`delete from ${table(object.name)} where "Id" = any(${gone})`.execute(trx);
  return results;
}

async function noteResults(
  trx: Executor,
  job: Job,
  rows: readonly StagedRow[],
  results: readonly SaveResult[],
): Promise<void> {
  const failed = results.filter(({ success }) => !success).length;
  await sql`update local_org.bulk_row r set sf_id = v.id, result = v.result, error = v.error from unnest(
      ${rows.map(({ number }) => number)}::bigint[], ${results.map(({ id }) => id)}::text[],
      ${results.map((result) => outcome(job, result))}::text[], ${results.map(({ errors }) => errorText(errors))}::text[]
    ) v (number, id, result, error) where r.job_id = ${job.id} and r.number = v.number`.execute(trx);
  await sql`update local_org.bulk_job set processed = processed + ${rows.length}, failed = failed + ${failed} where id = ${job.id}`.execute(
    trx,
  );
}

function outcome(job: Job, { success, created }: SaveResult): 'created' | 'changed' | 'failed' {
  if (!success) return 'failed';
  return job.operation === 'insert' || created === true ? 'created' : 'changed';
}

/** `REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --` */
function errorText(errors: readonly RecordError[]): string | null {
  if (errors.length === 0) return null;
  return errors
    .map(({ statusCode, message, fields }) => `${statusCode}:${message}:${fields.join(',')} --`)
    .join(';');
}

export function objectOfJob(catalogue: Catalogue, job: Job): ObjectDefinition {
  const object = catalogue.object(job.object);
  if (!object) throw new JobFault(`InvalidJob : ${noSuchColumnOn(job.object, 'the org')}`);
  return object;
}
