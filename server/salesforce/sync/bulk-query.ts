import { Readable } from 'node:stream';
import { z } from 'zod';
import { apiVersion, type OrgConnection } from '../connection/open.ts';
import { SalesforceError } from '../problem.ts';
import { instantOf } from './overlap.ts';

const jobSchema = z.object({
  id: z.string(),
  state: z.enum(['UploadComplete', 'InProgress', 'Aborted', 'JobComplete', 'Failed']),
  createdDate: z.string(),
  numberRecordsProcessed: z.int().default(0),
  errorMessage: z.string().optional(),
});

export interface BulkQuery {
  id: string;
  state: 'running' | 'complete' | 'failed';
  /** The org's own time when the job was made. ISO 8601, UTC. */
  createdAt: string;
  rows: number;
  message: string | undefined;
}

const states = {
  UploadComplete: 'running',
  InProgress: 'running',
  JobComplete: 'complete',
  Aborted: 'failed',
  Failed: 'failed',
} as const;

const jobOf = (answer: unknown): BulkQuery => {
  const parsed = jobSchema.safeParse(answer);
  if (!parsed.success)
    throw new SalesforceError('notSalesforce', 'The answer is no bulk query job.', parsed.error);
  const { id, state, createdDate, numberRecordsProcessed, errorMessage } = parsed.data;
  return {
    ...{ id, state: states[state], rows: numberRecordsProcessed },
    ...{ createdAt: instantOf(createdDate), message: errorMessage },
  };
};

/** Asks for everything that a query answers, deleted rows included (Bulk API 2.0). */
export const startBulkQuery = async ({ jsforce }: OrgConnection, query: string): Promise<BulkQuery> =>
  jobOf(await jsforce.requestPost('/jobs/query', { operation: 'queryAll', query }));

export const readBulkQuery = async ({ jsforce }: OrgConnection, id: string): Promise<BulkQuery> =>
  jobOf(await jsforce.request(`/jobs/query/${id}`));

/** Rows of one page: enough that calls are few, few enough that a page that is cut short is soon read again. */
const rowsPerPage = 50_000;

export interface ResultPage {
  /** CSV with a header line. */
  csv: Readable;
  /** How many rows it must have; undefined if the org does not say. */
  rows: number | undefined;
  /** Where the next page begins; undefined after the last. */
  next: string | undefined;
}

const headersSchema = z.object({
  'sforce-locator': z.string(),
  'sforce-numberofrecords': z.coerce.number().int().optional(),
});

/** @throws SalesforceError `refused` when the job is gone, `notSalesforce` when the answer is no page */
export const openResultPage = async (
  connection: OrgConnection,
  id: string,
  locator: string | null,
): Promise<ResultPage> => {
  const query = new URLSearchParams({ maxRecords: String(rowsPerPage), ...(locator && { locator }) });
  const response = await connection.open(
    `/services/data/v${apiVersion}/jobs/query/${id}/results?${query.toString()}`,
  );
  const headers = headersSchema.safeParse(Object.fromEntries(response.headers));
  if (!response.ok || !response.body || !headers.success) {
    const said = (await response.text()).slice(0, 500);
    const code = response.status === 400 || response.status === 404 ? 'refused' : 'notSalesforce';
    throw new SalesforceError(code, `The results of bulk query ${id} came as ${response.status}: ${said}`);
  }
  const next = headers.data['sforce-locator'];
  return {
    csv: Readable.fromWeb(response.body),
    rows: headers.data['sforce-numberofrecords'],
    next: next === 'null' ? undefined : next,
  };
};
