import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { noSuchObject, notFound, SalesforceError } from '../errors.ts';
import { recordId } from '../ids.ts';
import { bodyAs } from '../rest/body.ts';
import { type Call, type Parameters, type Reply, type Route } from '../rest/call.ts';
import { lineFormat } from './format.ts';
import { findJob, insertJob, type Job, listJobs, moveJob, removeJob } from './job.ts';
import { ingestInfo, queryInfo } from './job-info.ts';
import { type BulkParts, jobTime } from './parts.ts';
import type { JobQueue } from './queue.ts';
import { isResultFile, queryResult, resultFile } from './results.ts';
import { upload } from './upload.ts';

const JOB_PREFIX = '750';
const newIngest = lineFormat.extend({
  object: z.string(),
  operation: z.enum(['insert', 'update', 'upsert', 'delete', 'hardDelete']),
  externalIdFieldName: z.string().optional(),
});
const newQuery = lineFormat.extend({ operation: z.enum(['query', 'queryAll']), query: z.string() });
const stateChange = z.object({ state: z.enum(['UploadComplete', 'Aborted']) });
/** Rows of a result when the caller does not say how many. */
const MANY = 1_000_000;

/** Bulk API 2.0. */
export const bulkRoutes = (parts: BulkParts, queue: JobQueue): readonly Route[] => [
  { method: 'POST', pattern: 'jobs/ingest', handle: (call) => createIngest(parts, call) },
  { method: 'POST', pattern: 'jobs/query', handle: (call) => createQuery(parts, queue, call) },
  ...jobRoutes(parts, queue, 'ingest', ingestInfo),
  ...jobRoutes(parts, queue, 'query', queryInfo),
  {
    method: 'PUT',
    pattern: 'jobs/ingest/:id/batches',
    handle: async (call, parameters) => take(parts, call, await find(parts, 'ingest', call, parameters)),
  },
  {
    method: 'GET',
    pattern: 'jobs/ingest/:id/:file',
    handle: async (call, parameters) => {
      const { file: name = '' } = parameters;
      const file = [name, name.toLowerCase()].find(isResultFile);
      if (!file) throw notFound();
      const job = await find(parts, 'ingest', call, parameters);
      return { status: 200, headers: CSV, stream: resultFile(parts.db, job, file) };
    },
  },
  {
    method: 'GET',
    pattern: 'jobs/query/:id/results',
    handle: async (call, parameters) => results(parts, call, await find(parts, 'query', call, parameters)),
  },
];

/** Jobs are seen by whoever made them, and by whoever may modify all data. */
const whose = ({ access }: Call): string | null => (access.has('ModifyAllData') ? null : access.userId);

const find = ({ db }: BulkParts, kind: Job['kind'], call: Call, { id = '' }: Parameters): Promise<Job> =>
  findJob(db, kind, id, whose(call));

/** What jobs of both kinds take: list, look, change of state, removal. */
function jobRoutes(
  parts: BulkParts,
  queue: JobQueue,
  kind: Job['kind'],
  info: (job: Job) => unknown,
): Route[] {
  const one = `jobs/${kind}/:id`;
  const told = async (job: Job | Promise<Job>): Promise<Reply> => ({ status: 200, body: info(await job) });
  return [
    {
      method: 'GET',
      pattern: `jobs/${kind}`,
      handle: async (call) => {
        const jobs = await listJobs(parts.db, kind, whose(call));
        return { status: 200, body: { done: true, nextRecordsUrl: null, records: jobs.map(info) } };
      },
    },
    { method: 'GET', pattern: one, handle: (call, parameters) => told(find(parts, kind, call, parameters)) },
    {
      method: 'PATCH',
      pattern: one,
      handle: async (call, parameters) =>
        told(change(parts, queue, call, await find(parts, kind, call, parameters))),
    },
    {
      method: 'DELETE',
      pattern: one,
      handle: async (call, parameters) => drop(parts, await find(parts, kind, call, parameters)),
    },
  ];
}

const CSV = { 'content-type': 'text/csv; charset=UTF-8' } as const;
const newJobId = (): string => recordId(JOB_PREFIX, BigInt(Date.now()) * 4096n + BigInt(randomInt(4096)));

async function createIngest(parts: BulkParts, call: Call): Promise<Reply> {
  const asked = bodyAs(newIngest, call.body);
  const object = parts.catalogue.object(asked.object);
  if (!object || !call.access.object(object).read) throw noSuchObject(asked.object);
  const { externalIdFieldName: key } = asked;
  if (asked.operation === 'upsert' && key === undefined)
    throw new SalesforceError('INVALIDJOB', 'externalIdFieldName is required for upsert');
  const job = await insertJob(parts.db, {
    ...asked,
    id: newJobId(),
    kind: 'ingest',
    userId: call.access.userId,
    object: object.name,
    keyField: key ?? null,
    soql: null,
    state: 'Open',
    version: call.version,
    createdAt: jobTime(),
  });
  return { status: 200, body: ingestInfo(job) };
}

async function createQuery(parts: BulkParts, queue: JobQueue, call: Call): Promise<Reply> {
  const asked = bodyAs(newQuery, call.body);
  const object = call.records.objectOfQuery(call.access, asked.query);
  call.records.flatColumns(call.access, asked.query);
  const job = await insertJob(parts.db, {
    ...asked,
    id: newJobId(),
    kind: 'query',
    userId: call.access.userId,
    object,
    keyField: null,
    soql: asked.query,
    state: 'UploadComplete',
    version: call.version,
    createdAt: jobTime(),
  });
  queue.add(job);
  return { status: 200, body: queryInfo(job) };
}

async function take({ db }: BulkParts, call: Call, job: Job): Promise<Reply> {
  if (!call.upload) throw new SalesforceError('INVALIDJOB', 'The data of a job is sent as text/csv');
  await upload(db, job, call.upload);
  return { status: 201 };
}

async function change({ db }: BulkParts, queue: JobQueue, call: Call, job: Job): Promise<Job> {
  const { state } = bodyAs(stateChange, call.body);
  const from =
    state === 'UploadComplete' ? (['Open'] as const) : (['Open', 'UploadComplete', 'InProgress'] as const);
  const moved = await moveJob(db, job.id, from, state, jobTime());
  if (!moved)
    throw new SalesforceError('INVALIDJOBSTATE', `Job ${job.id} is ${job.state}: it cannot become ${state}`);
  if (state === 'UploadComplete') queue.add(moved);
  return moved;
}

async function drop({ db }: BulkParts, job: Job): Promise<Reply> {
  const isBusy = job.state === 'UploadComplete' || job.state === 'InProgress';
  if (isBusy) throw new SalesforceError('INVALIDJOBSTATE', `Job ${job.id} is ${job.state}: abort it first`);
  await removeJob(db, job.id);
  return { status: 204 };
}

/** A part of a query's result; `Sforce-Locator` says where the next begins, `null` after the last. */
function results({ records }: BulkParts, call: Call, job: Job): Reply {
  if (job.state !== 'JobComplete')
    throw new SalesforceError('INVALIDJOBSTATE', `Job ${job.id} is ${job.state}: there is no result yet`);
  const start = startOf(call.query.get('locator'), job);
  const asked = Number(call.query.get('maxRecords') ?? MANY);
  const count = Number.isInteger(asked) && asked > 0 ? asked : MANY;
  const next =
    start + count < job.processed ? Buffer.from(String(start + count)).toString('base64url') : 'null';
  const delivered = Math.min(count, job.processed - start);
  return {
    status: 200,
    headers: { ...CSV, 'sforce-numberofrecords': String(delivered), 'sforce-locator': next },
    stream: queryResult(records, call.access, job, start, count),
  };
}

function startOf(locator: string | null, job: Job): number {
  if (locator === null) return 0;
  const start = Number(Buffer.from(locator, 'base64url').toString());
  if (Number.isInteger(start) && start > 0 && start < job.processed) return start;
  throw new SalesforceError('INVALID_QUERY_LOCATOR', 'invalid query locator');
}
