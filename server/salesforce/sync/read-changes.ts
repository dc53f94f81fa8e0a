import { z } from 'zod';
import { apiVersion, type OrgConnection } from '../connection/open.ts';
import type { ObjectName } from '../mirror/objects.ts';
import { changesQuery, pageSize, type Position } from '../mirror/soql.ts';
import type { ApiRecord } from '../mirror/upsert.ts';
import { SalesforceError } from '../problem.ts';

/** Salesforce takes five queries in a composite request, which counts as one call. */
export const queriesPerCall = 5;

export interface Question {
  sobject: ObjectName;
  missingFields: readonly string[];
  from: string | Position;
}

/** What the org said to one question: a page, or Salesforce's error. */
export type Answer =
  | { sobject: ObjectName; records: readonly ApiRecord[]; isLast: boolean }
  | { sobject: ObjectName; errorCode: string; message: string };

const recordSchema = z.looseObject({
  attributes: z.object({ type: z.string() }),
  Id: z.string().length(18),
  SystemModstamp: z.string(),
});
const pageSchema = z.object({ records: z.array(recordSchema) });
const faultSchema = z.array(z.object({ errorCode: z.string(), message: z.string() })).min(1);
const compositeSchema = z.object({
  compositeResponse: z.array(
    z.object({ referenceId: z.string(), httpStatusCode: z.int(), body: z.unknown() }),
  ),
});

const unreadable = (what: string, cause: unknown): SalesforceError =>
  new SalesforceError('notSalesforce', `The answer of the org can not be read: ${what}.`, cause);

const answerOf = ({ sobject }: Question, status: number, body: unknown): Answer => {
  if (status !== 200) {
    const fault = faultSchema.safeParse(body).data?.[0];
    if (!fault) throw unreadable(`status ${status} for ${sobject} without a reason`, body);
    return { sobject, ...fault };
  }
  const page = pageSchema.safeParse(body);
  if (!page.success) throw unreadable(`no records for ${sobject}`, page.error);
  const { records } = page.data;
  const stranger = records.find(({ attributes }) => attributes.type !== sobject);
  if (stranger) throw unreadable(`a record of ${stranger.attributes.type} among ${sobject}`, undefined);
  return { sobject, records, isLast: records.length < pageSize };
};

/**
 * Asks for what changed in up to five objects, in one call.
 * @throws SalesforceError `notSalesforce` when the answer is none; what jsforce throws when the org refuses or is away
 */
export async function readChanges(
  { jsforce }: OrgConnection,
  questions: readonly Question[],
): Promise<readonly Answer[]> {
  const compositeRequest = questions.map(({ sobject, missingFields, from }) => ({
    method: 'GET',
    referenceId: sobject,
    url: `/services/data/v${apiVersion}/queryAll?q=${encodeURIComponent(changesQuery(sobject, missingFields, from))}`,
  }));
  const body = { allOrNone: false, compositeRequest };
  const parsed = compositeSchema.safeParse(await jsforce.requestPost('/composite', body));
  if (!parsed.success) throw unreadable('it is no composite response', parsed.error);
  return questions.map((question) => {
    const part = parsed.data.compositeResponse.find(({ referenceId }) => referenceId === question.sobject);
    if (!part) throw unreadable(`nothing for ${question.sobject}`, undefined);
    return answerOf(question, part.httpStatusCode, part.body);
  });
}
