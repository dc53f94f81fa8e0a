import { z } from 'zod';
import type { OrgConnection } from '../connection/open.ts';
import { SalesforceError } from '../problem.ts';
import type { OutboxObject } from './own-fields.ts';
import type { Creation } from './plan.ts';
import { type Reply, type Send, sendApart } from './send-apart.ts';

const resultsSchema = z.array(
  z.object({
    success: z.boolean(),
    id: z.string().length(18).optional(),
    errors: z.array(z.object({ statusCode: z.string(), message: z.string() })),
  }),
);

/** Salesforce takes so many records in a collection. */
const rowsPerCall = 200;

const replyOf = ({ success, id, errors: [error] }: z.infer<typeof resultsSchema>[number]): Reply =>
  success && id !== undefined
    ? { recordId: id }
    : { errorCode: error?.statusCode, message: error?.message ?? 'Salesforce gives no reason.' };

const create =
  ({ jsforce }: OrgConnection, sobject: OutboxObject): Send<Creation> =>
  async (steps) => {
    const records = steps.map(({ values }) => ({ ...values }));
    const answer: unknown = await jsforce.sobject(sobject).create(records, { allOrNone: false });
    const results = resultsSchema.safeParse(answer);
    if (results.data?.length === steps.length) return results.data.map(replyOf);
    throw new SalesforceError('notSalesforce', 'The answer to new rows can not be read.', results.error);
  };

/**
 * Makes rows, many in a call. A row that is there already is refused by its unique key: an insert, unlike an upsert, never writes over
 * what a person changed.
 */
export const sendCreations = (
  connection: OrgConnection,
  sobject: OutboxObject,
  steps: readonly Creation[],
): Promise<Reply[]> =>
  sendApart(steps, { operation: 'create', size: rowsPerCall, send: create(connection, sobject) });
