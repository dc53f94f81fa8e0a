import { passingCodes } from '../fault.ts';

/** What went wrong with a row, or with a request as a whole. */
export interface Fault {
  /** Salesforce's; undefined if there was no answer, or none of Salesforce's. */
  errorCode: string | undefined;
  /** HTTP status of the row's own answer, where it has one. */
  status?: number;
  message: string;
}

/**
 * `again`: it may go well another time. `look`: whether it is done can only be seen in the org. `changed`: somebody changed the row
 * meanwhile. `refused`: it will not go well before a person changes something.
 */
export type Verdict = 'again' | 'look' | 'changed' | 'refused';

/** What passes by itself, and what says that the row itself was not looked at. */
const passing: ReadonlySet<string> = new Set([
  ...passingCodes,
  'REQUEST_LIMIT_EXCEEDED',
  'INVALID_SESSION_ID',
  'API_CURRENTLY_DISABLED',
  'PROCESSING_HALTED',
  'ALL_OR_NONE_OPERATION_ROLLED_BACK',
]);

const gone: ReadonlySet<string> = new Set(['ENTITY_IS_DELETED', 'NOT_FOUND']);

/** What jsforce calls an answer without a code. */
const bareStatus = /^ERROR_HTTP_(\d{3})$/;

const statusOf = ({ status, errorCode = '' }: Fault): number | undefined =>
  status ?? (Number(bareStatus.exec(errorCode)?.[1]) || undefined);

const isPassingStatus = (status: number): boolean => status >= 500 || [401, 408, 420, 429].includes(status);

/** Judges by codes alone: messages are in the org's language, and change. */
export const verdictOf = (fault: Fault, operation: 'create' | 'update'): Verdict => {
  const { errorCode } = fault;
  const status = statusOf(fault);
  if (status === 412) return 'changed';
  if (errorCode === undefined && status === undefined) return 'again';
  if (passing.has(errorCode ?? '') || isPassingStatus(status ?? 0)) return 'again';
  if (operation === 'create') return errorCode === 'DUPLICATE_VALUE' ? 'look' : 'refused';
  return gone.has(errorCode ?? '') || status === 404 ? 'look' : 'refused';
};
