import { CsvError, parse } from 'csv-parse';
import { sql } from 'kysely';
import type { Database, Executor } from '../database.ts';
import { SalesforceError } from '../errors.ts';
import { DELIMITERS } from './format.ts';
import type { Job } from './job.ts';

/** Rows that go into the staging table with one statement. */
const BATCH = 5000;
/** What Salesforce takes for one job (base64 of 150 MB), in bytes. */
const MAX_BYTES = 150_000_000;

/**
 * Takes in the data of a job as it arrives, without holding it in memory. What is wrong with the lines themselves is
 * told when the job is processed, as Salesforce does.
 * @throws SalesforceError if the job has data already or is closed, or the data is too big
 */
export async function upload(db: Database, job: Job, data: AsyncIterable<Buffer>): Promise<void> {
  if (job.state !== 'Open' || job.columns !== null) {
    throw new SalesforceError(
      'INVALIDJOBSTATE',
      `Job ${job.id} is not open for data: it is ${job.columns ? 'uploaded' : job.state}`,
    );
  }
  await db.transaction().execute(async (trx) => {
    const fault = await stage(trx, job, data);
    if (fault !== null)
      await sql`update local_org.bulk_job set error_message = ${fault} where id = ${job.id}`.execute(trx);
  });
}

/** Answers what is wrong with the file, or null. */
async function stage(trx: Executor, job: Job, data: AsyncIterable<Buffer>): Promise<string | null> {
  const parser = parse({ delimiter: DELIMITERS[job.columnDelimiter], bom: true, skip_empty_lines: true });
  const feeding = feed(parser, data);
  let batch: string[][] = [];
  let number = 0;
  try {
    for await (const line of parser as AsyncIterable<string[]>) {
      if (number === 0)
        await sql`update local_org.bulk_job set columns = ${line} where id = ${job.id}`.execute(trx);
      else batch.push(line);
      number++;
      if (batch.length === BATCH) {
        await insertBatch(trx, job.id, number - batch.length, batch);
        batch = [];
      }
    }
    await feeding;
  } catch (error) {
    await feeding.catch(() => undefined);
    if (error instanceof CsvError) return `ClientInputError : ${error.message}`;
    throw error;
  }
  await insertBatch(trx, job.id, number - batch.length, batch);
  if (number === 0) await sql`update local_org.bulk_job set columns = '{}' where id = ${job.id}`.execute(trx);
  return null;
}

async function feed(parser: ReturnType<typeof parse>, data: AsyncIterable<Buffer>): Promise<void> {
  let bytes = 0;
  try {
    for await (const chunk of data) {
      bytes += chunk.length;
      if (bytes > MAX_BYTES)
        throw new SalesforceError(
          'FILE_SIZE_LIMIT_EXCEEDED',
          `The data of a job is limited to ${MAX_BYTES} bytes`,
        );
      if (!parser.write(chunk)) await new Promise((resolve) => parser.once('drain', resolve));
    }
    parser.end();
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

/** Lines travel as one JSON text: arrays of different lengths do not fit into an array of PostgreSQL. */
async function insertBatch(
  trx: Executor,
  jobId: string,
  first: number,
  lines: readonly string[][],
): Promise<void> {
  if (lines.length === 0) return;
  await sql`insert into local_org.bulk_row (job_id, number, line)
    select ${jobId}, ${first}::bigint + place - 1, line from jsonb_array_elements(${JSON.stringify(lines)}::jsonb) with ordinality as lines (line, place)`.execute(
    trx,
  );
}
