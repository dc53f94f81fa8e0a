import { z } from 'zod';
import { SalesforceError } from './problem.ts';

const withCode = z.object({ errorCode: z.string() });

/** The code that Salesforce (or jsforce, `ERROR_HTTP_503`) gave an error, if it was one of an answer. */
export const errorCodeOf = (error: unknown): string | undefined => withCode.safeParse(error).data?.errorCode;

/** What is about one object alone: the others go on. */
const ofObject: ReadonlySet<string> = new Set([
  'NOT_FOUND',
  'INVALID_TYPE',
  'INVALID_FIELD',
  'INVALIDENTITY',
  'INSUFFICIENT_ACCESS',
  'INSUFFICIENT_ACCESS_OR_READONLY',
  'API_DISABLED_FOR_OBJECT',
]);

export const isAboutObject = (error: unknown): boolean => ofObject.has(errorCodeOf(error) ?? '');

/** Codes of what passes by itself, whatever was asked. */
export const passingCodes: ReadonlySet<string> = new Set([
  'UNKNOWN_EXCEPTION',
  'SERVER_UNAVAILABLE',
  'QUERY_TIMEOUT',
  'UNABLE_TO_LOCK_ROW',
  'CONCURRENT_REQUESTS_LIMIT_EXCEEDED',
  'REQUEST_RUNNING_TOO_LONG',
]);

const messageOf = (error: unknown): string => (Error.isError(error) ? error.message : String(error));

/** jsforce hands on what a renewal threw as a text with this before it. */
const nestedSignOut = /^Unable to refresh session due to: /;

/** Any failure of a call as what stands between the service and the org. */
export const salesforceErrorOf = (error: unknown): SalesforceError => {
  if (error instanceof SalesforceError) return error;
  const message = messageOf(error);
  const code = errorCodeOf(error);
  if (nestedSignOut.test(message))
    return new SalesforceError('signedOut', message.replace(nestedSignOut, ''), error);
  if (code === 'REQUEST_LIMIT_EXCEEDED') return new SalesforceError('limitReached', message, error);
  if (code === undefined || passingCodes.has(code) || /^ERROR_HTTP_5\d\d$/.test(code))
    return new SalesforceError('unreachable', `The org does not answer: ${message}`, error);
  return new SalesforceError('refused', `${code}: ${message}`, error);
};
