import { z } from 'zod';
import { apiVersion, type OrgConnection } from '../connection/open.ts';
import { SalesforceError } from '../problem.ts';
import { instantOf } from '../sync/overlap.ts';
import type { ClaimedRow } from './claim.ts';
import { AnswerFault } from './fault-of.ts';
import { type OutboxObject, ownFields, ownValues, type Values } from './own-fields.ts';

/** A row as Salesforce has it. */
export interface Found {
  id: string;
  key: string | null;
  deleted: boolean;
  /** ISO 8601, UTC, whole seconds. */
  modifiedAt: string;
  fields: Values;
}

export interface Reading {
  /** The org's own time when it answered. */
  at: Date;
  of: (row: ClaimedRow) => Found | undefined;
}

const recordSchema = z
  .object({
    attributes: z.object({ type: z.string() }),
    Id: z.string().length(18),
    Inspire_Key__c: z.string().nullable(),
    IsDeleted: z.boolean(),
    LastModifiedDate: z.string(),
  })
  .catchall(z.union([z.string(), z.boolean(), z.null()]));

const answerSchema = z.object({ done: z.literal(true), totalSize: z.int(), records: z.array(recordSchema) });
const faultsSchema = z.array(z.object({ errorCode: z.string(), message: z.string() })).min(1);

/** Ids and keys are of forms that need no escape. */
const list = (texts: readonly string[]): string => texts.map((text) => `'${text}'`).join(', ');

const queryOf = (sobject: OutboxObject, rows: readonly ClaimedRow[]): string => {
  const ids = rows.flatMap(({ recordId }) => recordId ?? []);
  const keys = rows.filter(({ recordId }) => recordId === null).map(({ key }) => key);
  const conditions = [
    ...(ids.length > 0 ? [`Id IN (${list(ids)})`] : []),
    ...(keys.length > 0 ? [`Inspire_Key__c IN (${list(keys)})`] : []),
  ];
  const fields = ['Id', 'Inspire_Key__c', 'IsDeleted', 'LastModifiedDate', ...ownFields(sobject)];
  return `SELECT ${fields.join(', ')} FROM ${sobject} WHERE ${conditions.join(' OR ')}`;
};

const foundOf = (sobject: OutboxObject, record: z.infer<typeof recordSchema>): Found => {
  const { attributes, ...values } = record;
  if (attributes.type !== sobject) throw new RangeError(`A ${attributes.type} came among ${sobject}.`);
  return {
    ...{ id: record.Id, key: record.Inspire_Key__c, deleted: record.IsDeleted },
    modifiedAt: instantOf(record.LastModifiedDate),
    fields: ownValues(sobject, values),
  };
};

/** The org's own time when it answered. */
const timeOf = ({ headers }: Response): Date => z.coerce.date().parse(headers.get('date') ?? undefined);

const parsed = async (sobject: OutboxObject, response: Response) => {
  const text = await response.text();
  const body: unknown = JSON.parse(text);
  if (!response.ok) {
    const [fault] = faultsSchema.parse(body);
    throw new AnswerFault(response.status, fault?.errorCode, fault?.message ?? '');
  }
  const { totalSize, records } = answerSchema.parse(body);
  if (records.length !== totalSize) throw new RangeError(`${records.length} of ${totalSize} rows came.`);
  return { at: timeOf(response), found: records.map((record) => foundOf(sobject, record)) };
};

/**
 * Reads the rows of Salesforce that rows of the outbox are about, deleted ones included. Answers tell the org's time, which only the
 * raw answer has.
 * @throws AnswerFault when the org refuses; SalesforceError when there is no answer, or none of Salesforce's
 */
export async function readRows(
  connection: OrgConnection,
  sobject: OutboxObject,
  rows: readonly ClaimedRow[],
): Promise<Reading> {
  const path = `/services/data/v${apiVersion}/queryAll?q=${encodeURIComponent(queryOf(sobject, rows))}`;
  const response = await connection.open(path, AbortSignal.timeout(connection.patience));
  const { at, found } = await parsed(sobject, response).catch((cause: unknown) => {
    if (cause instanceof AnswerFault) throw cause;
    throw new SalesforceError(
      'notSalesforce',
      `Rows of ${sobject} can not be read: ${response.status}.`,
      cause,
    );
  });
  // A row that lives comes before a deleted one with the same key.
  const living = found.toSorted((one, other) => Number(one.deleted) - Number(other.deleted));
  return {
    at,
    of: ({ recordId, key }) =>
      living.find((each) => (recordId === null ? each.key === key : each.id === recordId)),
  };
}
