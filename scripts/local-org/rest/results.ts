import { type RecordError, SalesforceError } from '../errors.ts';
import type { SaveResult } from '../records/save.ts';
import type { Reply } from './call.ts';

/** Codes that a save of one record answers with another status, or in other words, than a list of results does. */
const SINGLE: Readonly<Record<string, () => SalesforceError>> = {
  INVALID_CROSS_REFERENCE_KEY: () =>
    new SalesforceError('NOT_FOUND', 'The requested resource does not exist'),
};

/** The reply for one record that could not be saved: all that is wrong with it, with the status of the first fault. */
export function faultsReply(errors: readonly RecordError[]): Reply {
  const [first] = errors;
  const status = new SalesforceError(first?.statusCode ?? 'UNKNOWN_EXCEPTION', '').status;
  return {
    status,
    body: errors.map(({ statusCode, message, fields }) => ({ message, errorCode: statusCode, fields })),
  };
}

/** The record that a path names is not there: 404, whatever a list of results would say. */
export function pathFaultsReply(result: SaveResult): Reply {
  const [first] = result.errors;
  const single = first && first.fields.length === 0 ? SINGLE[first.statusCode]?.() : undefined;
  if (!single) return faultsReply(result.errors);
  return { status: single.status, body: [{ errorCode: single.errorCode, message: single.message }] };
}

/** A result as it stands in a list of results. */
export const resultBody = ({ id, success, errors, created }: SaveResult): Record<string, unknown> => ({
  ...(id === null || !success ? {} : { id }),
  success,
  errors,
  ...(created === undefined ? {} : { created }),
});
