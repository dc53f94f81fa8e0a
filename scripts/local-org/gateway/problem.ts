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

  /** A failure inside the org; codes and words are those of InspireException in Apex. */
  static because(status: number, code: string, detail: string, remedy: string): GatewayProblem {
    const problem: Problem = {
      type: 'about:blank',
      title: detail,
      status,
      code,
      detail,
      remedy,
      requestId: v7(),
    };
    return new GatewayProblem(JSON.stringify(problem));
  }
}
