import { sql } from 'kysely';
import type { Executor } from '../database.ts';
import { SalesforceError } from '../errors.ts';
import type { LineFormat } from './format.ts';

export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Aborted' | 'Failed';
type IngestOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'hardDelete';
type QueryOperation = 'query' | 'queryAll';

/** A job of Bulk API 2.0 as it is kept. */
export interface Job extends LineFormat {
  id: string;
  kind: 'ingest' | 'query';
  userId: string;
  object: string;
  operation: IngestOperation | QueryOperation;
  /** External id of an upsert. */
  keyField: string | null;
  soql: string | null;
  state: JobState;
  /** API version of the call that made it. */
  version: string;
  /** Header of what was uploaded. */
  columns: string[] | null;
  processed: number;
  failed: number;
  /** Milliseconds of work. */
  duration: number;
  errorMessage: string | null;
  /** Result of a query job. */
  cursorId: string | null;
  createdAt: string;
  changedAt: string;
}

const COLUMNS =
  sql.raw(`id, kind, user_id as "userId", object, operation, key_field as "keyField", soql, state, version, columns,
  processed, failed, duration, error_message as "errorMessage", cursor_id as "cursorId", delimiter as "columnDelimiter",
  line_ending as "lineEnding", 'CSV' as "contentType", created_at as "createdAt", changed_at as "changedAt"`);

export type NewJob = Pick<
  Job,
  | 'id'
  | 'kind'
  | 'userId'
  | 'object'
  | 'operation'
  | 'keyField'
  | 'soql'
  | 'state'
  | 'version'
  | 'columnDelimiter'
  | 'lineEnding'
  | 'createdAt'
>;

export async function insertJob(db: Executor, job: NewJob): Promise<Job> {
  const { rows } =
    await sql<Job>`insert into local_org.bulk_job (id, kind, user_id, object, operation, key_field, soql, state, version,
      delimiter, line_ending, created_at, changed_at)
    values (${job.id}, ${job.kind}, ${job.userId}, ${job.object}, ${job.operation}, ${job.keyField}, ${job.soql}, ${job.state}, ${job.version},
      ${job.columnDelimiter}, ${job.lineEnding}, ${job.createdAt}, ${job.createdAt}) returning ${COLUMNS}`.execute(
      db,
    );
  return one(rows);
}

/** @throws SalesforceError NOT_FOUND; jobs are seen by whoever made them, and by whoever may modify all data */
export async function findJob(
  db: Executor,
  kind: Job['kind'],
  id: string,
  userId: string | null,
): Promise<Job> {
  const mine = userId === null ? sql`` : sql`and user_id = ${userId}`;
  const { rows } =
    await sql<Job>`select ${COLUMNS} from local_org.bulk_job where starts_with(id, ${id}) and length(${id}) >= 15
    and kind = ${kind} ${mine}`.execute(db);
  return one(rows);
}

export async function listJobs(db: Executor, kind: Job['kind'], userId: string | null): Promise<Job[]> {
  const mine = userId === null ? sql`` : sql`and user_id = ${userId}`;
  const { rows } =
    await sql<Job>`select ${COLUMNS} from local_org.bulk_job where kind = ${kind} ${mine} order by id desc limit 1000`.execute(
      db,
    );
  return rows;
}

/** Jobs that were closed but not finished, oldest first: what a restart takes up again. */
export async function unfinishedJobs(db: Executor): Promise<Job[]> {
  const { rows } =
    await sql<Job>`select ${COLUMNS} from local_org.bulk_job where state in ('UploadComplete', 'InProgress') order by id`.execute(
      db,
    );
  return rows;
}

/** Moves a job on, unless it was moved from `from` meanwhile; null if it was. */
export async function moveJob(
  db: Executor,
  id: string,
  from: readonly JobState[],
  to: JobState,
  now: string,
  errorMessage: string | null = null,
): Promise<Job | null> {
  const { rows } = await sql<Job>`update local_org.bulk_job set state = ${to}, changed_at = ${now},
    error_message = coalesce(${errorMessage}, error_message) where id = ${id} and state = any(${from}) returning ${COLUMNS}`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** Whether nobody has aborted a job that is being worked on. */
export async function isInProgress(db: Executor, id: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from local_org.bulk_job where id = ${id} and state = 'InProgress'`.execute(db);
  return rows.length > 0;
}

/** Adds milliseconds of work to a job; one whose rows were all reached is complete, unless somebody aborted it. */
export async function endWork(
  db: Executor,
  id: string,
  duration: number,
  finished: boolean,
  now: string,
): Promise<void> {
  const completes = sql`${finished} and state = 'InProgress'`;
  await sql`update local_org.bulk_job set duration = duration + ${duration},
    state = case when ${completes} then 'JobComplete' else state end, changed_at = case when ${completes} then ${now} else changed_at end
    where id = ${id}`.execute(db);
}

export async function removeJob(db: Executor, id: string): Promise<void> {
  await sql`delete from local_org.cursor where id = (select cursor_id from local_org.bulk_job where id = ${id})`.execute(
    db,
  );
  await sql`delete from local_org.bulk_job where id = ${id}`.execute(db);
}

function one(rows: readonly Job[]): Job {
  const [job] = rows;
  if (!job) throw new SalesforceError('NOT_FOUND', 'The requested resource does not exist');
  return job;
}
