import { z } from 'zod';
import { InaccessibleFieldsError, SalesforceError } from '../errors.ts';
import { normalId } from '../ids.ts';
import type { Records } from '../records/index.ts';
import { type Catalogue, fieldOf } from '../schema/catalogue.ts';
import { type Access, systemAccess } from '../sharing/access.ts';
import type { QueriedRecord } from '../soql/record.ts';
import { asApexJson } from './apex-json.ts';
import { fitQuery, type FittedQuery } from './facts-query.ts';
import { GatewayProblem } from './problem.ts';

/** What is known about a record, read in the access of the user who looks at it. */
export interface Facts {
  record: Readonly<Record<string, unknown>> | null;
  access: { edit: boolean; createTask: boolean };
  hiddenFields: readonly string[];
  /** Paths that the query asks for, whether the user may read them or not. */
  selectedFields: readonly string[];
  /** Of many records those that the user may see; only in requests about many. */
  records?: readonly VisibleRecord[];
}

/** A record that the user may see. */
export interface VisibleRecord {
  Id: string;
  sobject: string;
  edit: boolean;
}

/** The org, as far as facts are read from it. */
export interface FactsSource {
  records: Records;
  catalogue: Catalogue;
}

const queryText = z.object({ Query__c: z.string().nullable() });
const recordAccess = z.object({ HasEditAccess: z.boolean() });

const mayCreateTask = ({ catalogue }: FactsSource, access: Access): boolean => {
  const task = catalogue.object('Task');
  return task !== undefined && access.object(task).create;
};

/** Facts of a request that is not about a record. */
export const noFacts = (source: FactsSource, access: Access): Facts => ({
  record: null,
  access: { edit: false, createTask: mayCreateTask(source, access) },
  hiddenFields: [],
  selectedFields: [],
});

/** @throws GatewayProblem recordMissing, recordUnsupported, recordNotFound, recordUnreadable, factsQueryInvalid */
export async function readFacts(source: FactsSource, access: Access, given: string | null): Promise<Facts> {
  const recordId = requireId(given);
  const soql = await queryFor(source, access, recordId);
  const { record, hiddenFields, selectedFields } = await readable(source, access, soql, recordId);
  if (!record) throw notFound(recordId);
  const edit = await mayEdit(source, access, recordId);
  return {
    record: asApexJson(record),
    access: { edit, createTask: mayCreateTask(source, access) },
    hiddenFields,
    selectedFields,
  };
}

function requireId(given: string | null): string {
  if (given === null) {
    throw GatewayProblem.because(
      400,
      'recordMissing',
      'No record was named.',
      'Place the panel on a record page of an Opportunity or Account.',
    );
  }
  const recordId = normalId(given);
  if (recordId === null) throw notFound(given);
  return recordId;
}

const notFound = (recordId: string): GatewayProblem =>
  GatewayProblem.because(
    404,
    'recordNotFound',
    `The record ${recordId} does not exist, or you may not see it.`,
    'Reload the page, or ask the owner of the record for access.',
  );

async function queryFor(
  { records, catalogue }: FactsSource,
  access: Access,
  recordId: string,
): Promise<string> {
  const name = catalogue.ofId(recordId)?.name;
  if (name === undefined) throw notFound(recordId);
  const soql = 'SELECT Query__c FROM Inspire_Record_Facts__mdt WHERE DeveloperName = :name';
  const { records: found } = await records.query(systemAccess(access), soql, { binds: { name } });
  if (found[0] !== undefined) return queryText.parse(found[0]).Query__c ?? '';
  throw GatewayProblem.because(
    400,
    'recordUnsupported',
    `Be Inspired does not read ${name} records.`,
    'Use the panel on Opportunity and Account pages, or add Inspire Record Facts (custom metadata).',
  );
}

type Reading = Omit<FittedQuery, 'soql'> & { record: QueriedRecord | undefined };

/** A query in user mode fails whole on one hidden field: it is run again without what the refusal names. */
async function readable(
  source: FactsSource,
  access: Access,
  soql: string,
  recordId: string,
): Promise<Reading> {
  const fit = (refused: readonly string[]): FittedQuery => {
    const fitting = { catalogue: source.catalogue, isReadable: readableBy(source, access), refused };
    return understood(recordId, () => fitQuery(fitting, soql));
  };
  const attempt = async ({ soql: fitted, ...left }: FittedQuery): Promise<Reading> => {
    const options = { binds: { recordId }, naming: 'apex' } as const;
    const { records: found } = await source.records.query(access, fitted, options);
    return { record: found[0], ...left };
  };
  try {
    return await attempt(fit([])).catch((refused: unknown) => {
      if (!(refused instanceof InaccessibleFieldsError)) throw refused;
      return attempt(fit(refused.inaccessible));
    });
  } catch (failure) {
    throw failure instanceof SalesforceError ? unreadable(failure) : failure;
  }
}

const readableBy =
  ({ catalogue }: FactsSource, access: Access) =>
  (path: string): boolean => {
    const [sobject = '', name = ''] = path.split('.');
    const object = catalogue.object(sobject);
    const field = object && fieldOf(object, name);
    return (
      object !== undefined &&
      field !== undefined &&
      access.object(object).read &&
      access.canRead(object, field)
    );
  };

function understood(recordId: string, fit: () => FittedQuery): FittedQuery {
  try {
    return fit();
  } catch {
    throw GatewayProblem.because(
      500,
      'factsQueryInvalid',
      `The query of Inspire Record Facts (custom metadata) for ${recordId} is empty or can not be understood.`,
      'Ask your Salesforce admin to restore the query that came with the package.',
    );
  }
}

const unreadable = (refused: SalesforceError): GatewayProblem =>
  GatewayProblem.because(
    403,
    'recordUnreadable',
    `The record could not be read: ${refused.message}`,
    'Ask your Salesforce admin to compare Inspire Record Facts (custom metadata) with your field access.',
  );

async function mayEdit({ records }: FactsSource, access: Access, recordId: string): Promise<boolean> {
  const soql = 'SELECT HasEditAccess FROM UserRecordAccess WHERE UserId = :userId AND RecordId = :recordId';
  const binds = { userId: access.userId, recordId };
  const { records: found } = await records.query(systemAccess(access), soql, { binds });
  return found[0] !== undefined && recordAccess.parse(found[0]).HasEditAccess;
}
