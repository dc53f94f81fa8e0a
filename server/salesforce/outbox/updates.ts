import { z } from 'zod';
import { apiVersion, type OrgConnection } from '../connection/open.ts';
import { SalesforceError } from '../problem.ts';
import type { OutboxObject } from './own-fields.ts';
import type { Update } from './plan.ts';
import { type Reply, type Send, sendApart } from './send-apart.ts';

const partSchema = z.object({ referenceId: z.string(), httpStatusCode: z.int(), body: z.unknown() });
const compositeSchema = z.object({ compositeResponse: z.array(partSchema) });
const faultsSchema = z.array(z.object({ errorCode: z.string(), message: z.string() })).min(1);

/** Salesforce takes so many requests in a composite one, which counts as one call. */
const rowsPerCall = 25;

const requestOf = (sobject: OutboxObject, { found, values }: Update) => ({
  method: 'PATCH',
  url: `/services/data/v${apiVersion}/sobjects/${sobject}/${found.id}`,
  referenceId: found.id,
  httpHeaders: { 'If-Unmodified-Since': new Date(found.modifiedAt).toUTCString() },
  body: values,
});

const replyOf = (recordId: string, part: z.infer<typeof partSchema> | undefined): Reply => {
  if (!part) return { errorCode: undefined, message: 'The answer of the org leaves this row out.' };
  const { httpStatusCode: status, body } = part;
  if (status < 300) return { recordId };
  const fault = faultsSchema.safeParse(body).data?.[0];
  return { errorCode: fault?.errorCode, status, message: fault?.message ?? `HTTP ${status}` };
};

const update =
  ({ jsforce }: OrgConnection, sobject: OutboxObject): Send<Update> =>
  async (steps) => {
    const compositeRequest = steps.map((step) => requestOf(sobject, step));
    const answer: unknown = await jsforce.requestPost('/composite', { allOrNone: false, compositeRequest });
    const composite = compositeSchema.safeParse(answer);
    if (!composite.success)
      throw new SalesforceError('notSalesforce', 'The answer to changes can not be read.', composite.error);
    const parts = new Map(composite.data.compositeResponse.map((part) => [part.referenceId, part]));
    return steps.map(({ found: { id } }) => replyOf(id, parts.get(id)));
  };

/** Changes rows, each only if nobody changed it since it was read: collections take no such condition, requests for one row do. */
export const sendUpdates = (
  connection: OrgConnection,
  sobject: OutboxObject,
  steps: readonly Update[],
): Promise<Reply[]> =>
  sendApart(steps, { operation: 'update', size: rowsPerCall, send: update(connection, sobject) });
