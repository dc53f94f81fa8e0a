import { readProblem, type Problem } from 'c/inspireProblem';

/** What a section has read last, and what went wrong since. Neither: it is still waiting. */
export interface Reading<Answer> {
  answer?: Answer | undefined;
  /** When the answer came. */
  asOf?: Date | undefined;
  problem?: Problem | undefined;
}

/** What a wire adapter hands over: that of the gateway a text. */
export interface Provisioned<Data = string> {
  data?: Data | undefined;
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

/** As of when it is matters, and takes a line, only when it can not be asked again. */
export const timedIfStale = <Answer>(reading: Reading<Answer>): Reading<Answer> =>
  reading.problem ? reading : { answer: reading.answer };
