import { SalesforceError } from '../errors.ts';
import { isLocked } from '../records/transact.ts';
import { checkHeader, ingestStep, JobFault, objectOfJob } from './ingest.ts';
import { endWork, isInProgress, type Job, moveJob, unfinishedJobs } from './job.ts';
import { type BulkParts, jobTime } from './parts.ts';
import { answerQuery } from './query-job.ts';

/** Works through closed jobs one after the other, in the order in which they were closed. */
export interface JobQueue {
  add(job: Job): void;
  /** Takes up what a stop interrupted. */
  resume(): Promise<void>;
  /** Ends after the rows that are being saved; what is left is taken up at the next start. */
  stop(): Promise<void>;
}

export function createJobQueue(parts: BulkParts): JobQueue {
  let stopped = false;
  let working: Promise<void> = Promise.resolve();
  const add = (job: Job): void => {
    working = working.then(() => (stopped ? undefined : work(parts, job, () => stopped)));
  };
  return {
    add,
    async resume() {
      for (const job of await unfinishedJobs(parts.db)) add(job);
    },
    async stop() {
      stopped = true;
      await working;
    },
  };
}

/** Every failure ends in a state of the job: nobody waits for this work. */
async function work(parts: BulkParts, job: Job, isStopped: () => boolean): Promise<void> {
  const started = performance.now();
  try {
    const moved = await moveJob(parts.db, job.id, ['UploadComplete', 'InProgress'], 'InProgress', jobTime());
    if (!moved) return;
    const finished =
      moved.kind === 'ingest' ? await ingest(parts, moved, isStopped) : await answerQuery(parts, moved);
    const duration = Math.round(performance.now() - started);
    await endWork(parts.db, job.id, duration, finished, jobTime());
  } catch (error) {
    await failed(parts, job, error);
  }
}

/** Answers whether all rows were reached: not if the org stops, or somebody aborts the job. */
async function ingest(
  { db, catalogue, records }: BulkParts,
  job: Job,
  isStopped: () => boolean,
): Promise<boolean> {
  if (job.errorMessage !== null) throw new JobFault(job.errorMessage);
  const access = await records.accessOf(job.userId);
  const object = objectOfJob(catalogue, job);
  checkHeader(access, object, job.columns ?? []);
  const step = (): Promise<'more' | 'done'> => ingestStep(records, access, object, job);
  while ((await unlocked(step)) === 'more') {
    if (isStopped() || !(await isInProgress(db, job.id))) return false;
  }
  return true;
}

/** Times that rows which somebody else holds are tried, as in Salesforce. */
const TRIES = 10;

async function unlocked<Result>(step: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await step();
    } catch (error) {
      if (tries === TRIES || !isLocked(error)) throw error;
    }
  }
}

async function failed({ db, log }: BulkParts, job: Job, error: unknown): Promise<void> {
  const foreseen = error instanceof JobFault || error instanceof SalesforceError;
  const message =
    error instanceof SalesforceError
      ? `${error.errorCode} : ${error.message}`
      : foreseen
        ? error.message
        : 'UnknownError : An unexpected error occurred';
  if (!foreseen)
    log.error(
      { job: job.id, error: error instanceof Error ? error.stack : String(error) },
      'local org: a bulk job failed',
    );
  try {
    await moveJob(db, job.id, ['UploadComplete', 'InProgress'], 'Failed', jobTime(), message);
  } catch (unreachable) {
    log.error(
      { job: job.id, error: String(unreachable) },
      'local org: the end of a bulk job could not be noted',
    );
  }
}
