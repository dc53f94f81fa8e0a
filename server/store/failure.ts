import { DatabaseError } from 'pg';
import { AppError } from '../errors.ts';

/** Classes of SQLSTATE that mean: the server is not there, not there any more, or full. */
const unavailable = /^(08|53|57P)/;

const networkCodes = new Set([
  'ENOENT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** What pg itself says, without a code, when a connection is lost or none is to be had. */
const lost =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether an error says that the database does not answer, rather than that it refuses what was asked. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof DatabaseError) return unavailable.test(error.code ?? '');
  if (!(error instanceof Error)) return false;
  if ('code' in error && networkCodes.has(String(error.code))) return true;
  return lost.test(error.message);
}

/** Turns "does not answer" into the problem that callers know; everything else stays what it is. */
export function asProblem(error: unknown): unknown {
  if (!isUnavailable(error)) return error;
  return new AppError('storeUnavailable', 'The database does not answer.', { cause: error });
}
