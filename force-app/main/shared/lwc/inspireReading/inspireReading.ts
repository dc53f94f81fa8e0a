import { readProblem, type Problem } from 'c/inspireProblem';

/** What a section has read last, and what went wrong since. Neither: it is still waiting. */
export interface Reading<Answer> {
  answer?: Answer | undefined;
  /** When the answer came. */
  asOf?: Date | undefined;
  problem?: Problem | undefined;
}

/** What a wire adapter of the gateway hands over. */
export interface Provisioned {
  data?: string | undefined;
  error?: unknown;
}

/** What was read once stays when it can not be read again. `parse` throws if the text is not the answer. */
export function received<Answer>(
  before: Reading<Answer>,
  { data, error }: Provisioned,
  parse: (text: string) => Answer,
): Reading<Answer> {
  try {
    if (data !== undefined) return { answer: parse(data), asOf: new Date() };
    return error === undefined ? before : { ...before, problem: readProblem(error) };
  } catch (failure) {
    return { ...before, problem: readProblem(failure) };
  }
}
