import { errorCodeOf, salesforceErrorOf } from '../fault.ts';
import type { Fault } from './classify.ts';
import type { RowProblem } from './settle.ts';

/** An error that the org answered a request with. */
export class AnswerFault extends Error {
  override readonly name = 'AnswerFault';
  readonly status: number;
  readonly errorCode: string | undefined;

  constructor(status: number, errorCode: string | undefined, message: string) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
  }
}

/** What went wrong with a request as a whole: refused, without an answer, or with one that is none of Salesforce's. */
export const faultOf = (error: unknown): Fault => ({
  errorCode: errorCodeOf(error),
  ...(error instanceof AnswerFault && { status: error.status }),
  message: Error.isError(error) ? error.message : String(error),
});

/** The same as it is noted at a row. */
export const problemOf = ({ errorCode, status, message }: Fault): RowProblem => ({
  code: errorCode ?? (status === undefined ? salesforceErrorOf(new Error(message)).code : `HTTP_${status}`),
  message,
});
