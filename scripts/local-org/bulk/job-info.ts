import type { Job } from './job.ts';

type Info = Record<string, unknown>;

const common = (job: Job): Info => ({
  id: job.id,
  operation: job.operation,
  object: job.object,
  createdById: job.userId,
  createdDate: job.createdAt,
  systemModstamp: job.changedAt,
  state: job.state,
  concurrencyMode: 'Parallel',
  contentType: 'CSV',
  apiVersion: Number(job.version),
  jobType: job.kind === 'ingest' ? 'V2Ingest' : 'V2Query',
  lineEnding: job.lineEnding,
  columnDelimiter: job.columnDelimiter,
});

const isStarted = ({ state }: Job): boolean => state !== 'Open';
const fault = ({ errorMessage, state }: Job): Info =>
  errorMessage !== null && state === 'Failed' ? { errorMessage } : {};

/** An ingest job as the API tells it. */
export const ingestInfo = (job: Job): Info => ({
  ...common(job),
  ...(job.keyField === null ? {} : { externalIdFieldName: job.keyField }),
  ...(job.state === 'Open'
    ? { contentUrl: `services/data/v${job.version}/jobs/ingest/${job.id}/batches` }
    : {}),
  ...(isStarted(job)
    ? {
        numberRecordsProcessed: job.processed,
        numberRecordsFailed: job.failed,
        retries: 0,
        totalProcessingTime: job.duration,
        apiActiveProcessingTime: job.duration,
        apexProcessingTime: 0,
      }
    : {}),
  ...fault(job),
});

/** A query job as the API tells it. */
export const queryInfo = (job: Job): Info => ({
  ...common(job),
  numberRecordsProcessed: job.processed,
  retries: 0,
  totalProcessingTime: job.duration,
  ...fault(job),
});
