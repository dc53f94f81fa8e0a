import { stringify } from 'csv-stringify/sync';
import type { Connection } from 'jsforce';
import { z } from 'zod';
import type { Fields } from '../plan.ts';

/** A row that the org refused, as its job tells. */
export interface Refusal {
  fields: Fields;
  reason: string;
}

export interface BulkRequest {
  object: string;
  operation: 'insert' | 'update' | 'upsert';
  /** External id of an upsert. */
  key?: string;
  rows: readonly Fields[];
}

const completed = z.object({ numberRecordsFailed: z.coerce.number() });
const POLL_MS = 20;
const PATIENCE_MS = 10 * 60_000;

/** A job whose rows are in the org, which works on them once it is closed. */
export interface UploadedJob {
  close(): Promise<void>;
  /**
   * Waits for the end of a closed job.
   * @returns the rows that the org refused
   * @throws Error when the job as a whole fails
   */
  refused(): Promise<Refusal[]>;
}

/** Uploads rows to a job of Bulk API 2.0. A column that a row does not have stays as it is. */
export async function upload(
  connection: Connection,
  { object, operation, key, rows }: BulkRequest,
): Promise<UploadedJob> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const csv = stringify([columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))]);
  const job = connection.bulk2.createJob({
    object,
    operation,
    ...(key === undefined ? {} : { externalIdFieldName: key }),
  });
  let failed = 0;
  job.on('jobComplete', (info: unknown) => (failed = completed.parse(info).numberRecordsFailed));
  await job.open();
  await job.uploadData(csv);
  return {
    async close() {
      await job.close();
    },
    async refused() {
      await job.poll(POLL_MS, PATIENCE_MS);
      if (failed === 0) return [];
      return (await job.getFailedResults()).map((result) => refusal(columns, result));
    },
  };
}

/** Writes rows with one job. @throws Error when the job as a whole fails */
export async function write(connection: Connection, request: BulkRequest): Promise<Refusal[]> {
  if (request.rows.length === 0) return [];
  const job = await upload(connection, request);
  await job.close();
  return job.refused();
}

const failedRow = z
  .record(z.string(), z.string().nullable())
  .transform((row) => new Map(Object.entries(row)));

function refusal(columns: readonly string[], result: unknown): Refusal {
  const row = failedRow.parse(result);
  const fields = Object.fromEntries(columns.map((column) => [column, row.get(column) ?? '']));
  return { fields, reason: `the org refused it: ${row.get('sf__Error') ?? 'without a reason'}` };
}
