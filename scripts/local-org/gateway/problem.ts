import { v7 } from 'uuid';

/** A problem document (RFC 9457), as the panels get it. */
interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  remedy: string;
  requestId: string;
}

/** A failure that a person can read; `message` is the problem document as JSON, as in an AuraHandledException. */
export class GatewayProblem extends Error {
  override readonly name = 'GatewayProblem';

  /** A failure that nobody foresaw: its kind goes to the panel; what it says, which may quote a customer, does not. */
  static unexpected(cause: unknown): GatewayProblem {
    const kind = cause instanceof Error ? cause.name : typeof cause;
    const problem = GatewayProblem.because(
      500,
      'gatewayFailed',
      `Be Inspired failed in Salesforce with a ${kind}.`,
      'Reload the page and try again. If it goes on, give your Salesforce admin the request id; the place is in the debug log.',
    );
    return new GatewayProblem(problem.message, { cause });
  }

  /**
   * A failure inside the org; codes and words are those of InspireException in Apex.
   * @param cause what a log should tell of it, not the panel
   */
  static because(
    status: number,
    code: string,
    detail: string,
    remedy: string,
    cause?: unknown,
  ): GatewayProblem {
    const problem: Problem = {
      type: 'about:blank',
      title: detail,
      status,
      code,
      detail,
      remedy,
      requestId: v7(),
    };
    return new GatewayProblem(JSON.stringify(problem), { cause });
  }
}
