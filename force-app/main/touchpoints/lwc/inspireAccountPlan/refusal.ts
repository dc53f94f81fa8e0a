import { readProblem, type Problem } from 'c/inspireProblem';

interface Output {
  errors?: { message: string }[];
  fieldErrors?: Record<string, { message: string }[]>;
}

const isOutput = (value: unknown): value is Output => typeof value === 'object' && value !== null;

const outputOf = (failure: unknown): Output => {
  const { body } = Object(failure) as { body?: unknown };
  const { output } = Object(body) as { output?: unknown };
  return isOutput(output) ? output : {};
};

/**
 * Why a record could not be saved. Salesforce's headline says only that it was not; what it names below it, of the record
 * and of its fields, says why.
 */
export function refusalOf(failure: unknown): Problem {
  const { errors = [], fieldErrors = {} } = outputOf(failure);
  const messages = [...errors, ...Object.values(fieldErrors).flat()].map(({ message }) => message);
  return messages.length === 0
    ? readProblem(failure)
    : readProblem({ body: { message: [...new Set(messages)].join(' ') } });
}
