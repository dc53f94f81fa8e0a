import { sql } from 'kysely';
import { z } from 'zod';
import type { Executor } from '../database.ts';
import type { Records } from '../records/index.ts';
import type { Access } from '../sharing/access.ts';
import { csvLine, separatorsOf } from './format.ts';
import type { Job } from './job.ts';

/** Rows that are read at once. */
const STEP = 2000;

/** Which rows of an ingest job a file lists, and what its first columns are. */
const FILES = {
  successfulResults: { results: ['created', 'changed'], own: ['sf__Id', 'sf__Created'] },
  failedResults: { results: ['failed'], own: ['sf__Id', 'sf__Error'] },
  unprocessedrecords: { results: null, own: [] },
} as const;
export type ResultFile = keyof typeof FILES;
export const isResultFile = (name: string): name is ResultFile => Object.hasOwn(FILES, name);

interface ResultRow {
  number: number;
  line: unknown;
  id: string | null;
  result: string | null;
  error: string | null;
}

/** A file of results, a piece at a time: whatever was uploaded, behind what became of it. */
export async function* resultFile(db: Executor, job: Job, name: ResultFile): AsyncGenerator<string> {
  const { results, own } = FILES[name];
  const columns = job.columns ?? [];
  yield csvLine([...own, ...columns], job);
  const wanted = results ? sql`result = any(${[...results]})` : sql`result is null`;
  for (let last = -1; ;) {
    const { rows } =
      await sql<ResultRow>`select number, line, sf_id as id, result, error from local_org.bulk_row
      where job_id = ${job.id} and number > ${last} and ${wanted} order by number limit ${STEP}`.execute(db);
    yield rows.map((row) => resultLine(job, name, row, columns.length)).join('');
    if (rows.length < STEP) return;
    last = rows.at(-1)?.number ?? last;
  }
}

function resultLine(job: Job, name: ResultFile, row: ResultRow, width: number): string {
  const line = z.array(z.string()).parse(row.line);
  const values = Array.from({ length: width }, (_, index) => line[index] ?? '');
  if (name === 'unprocessedrecords') return csvLine(values, job);
  const second = name === 'successfulResults' ? String(row.result === 'created') : row.error;
  return csvLine([row.id, second, ...values], job);
}

/** Rows of a query that are written at once. */
const LINES = 4000;

/** Rows of a query job's result from `start` on, a piece at a time; the next is written while one is sent. */
export async function* queryResult(
  records: Records,
  access: Access,
  job: Job,
  start: number,
  count: number,
): AsyncGenerator<string> {
  const paths = records.flatColumns(access, job.soql ?? '');
  const separators = separatorsOf(job);
  const end = Math.min(start + count, job.processed);
  const lines = (first: number): Promise<string> | null =>
    first < end
      ? records.flatLines(access, `${job.cursorId ?? ''}-${first}`, Math.min(LINES, end - first), separators)
      : null;
  yield csvLine(
    paths.map((path) => path.join('.')),
    job,
  );
  for (let first = start, next = lines(first); next !== null;) {
    const piece = await next;
    next = lines((first += LINES));
    // Whoever asks for no more leaves the next piece unread: what is wrong with it concerns nobody then.
    next?.catch(() => undefined);
    yield piece;
  }
}
