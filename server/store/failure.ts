import { AppError } from '../errors.ts';
import { errorCode } from './error-code.ts';

/**
 * The server is not there, not there any more, or full: codes of the system, and classes of SQLSTATE (connection
 * exception, insufficient resources, shut down by an operator).
 */
const unavailable = /^(?:ENOENT|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|08\w{3}|53\w{3}|57P\w{2})$/;

/** What pg itself says, without a code, when a connection is lost or none is to be had. */
const lost =
  /^(?:Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether an error says that the database does not answer, rather than that it refuses what was asked. */
function isUnavailable(error: unknown): boolean {
  const code = errorCode(error);
  if (code !== undefined) return unavailable.test(code);
  return Error.isError(error) && lost.test(error.message);
}

/** Turns "does not answer" into the problem that callers know; everything else stays what it is. */
export function asProblem(error: unknown): unknown {
  if (!isUnavailable(error)) return error;
  return new AppError('storeUnavailable', 'The database does not answer.', { cause: error });
}
