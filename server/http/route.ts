import type { Logger } from 'pino';
import { z } from 'zod';
import { AppError, type Fault } from '../errors.ts';
import { unstorable } from '../store/index.ts';
import { factsSchema, type Facts } from './facts.ts';
import type { Caller } from './signature/claims.ts';

/** A verified call: `facts` are Apex's, `input` has the right shape and is otherwise not believed. */
export interface SignedCall<Input> {
  caller: Caller;
  facts: Facts;
  input: Input;
  log: Logger;
}

/** What the routes of a capability consist of; OpenAPI is made from the same. */
interface RouteDefinition<Input extends z.ZodType, Answer extends z.ZodType> {
  path: `/v1/${string}`;
  /** The operation of the Apex gateway that calls it. */
  operation: string;
  mode: 'read' | 'write';
  permission: 'Inspire_Use' | 'Inspire_Admin';
  summary: string;
  input: Input;
  answer: Answer;
  handle: (call: SignedCall<z.output<Input>>) => Promise<z.input<Answer>>;
}

export interface Route extends Omit<RouteDefinition<z.ZodType, z.ZodType>, 'handle'> {
  /** @throws AppError if the caller lacks the permission or the body has a wrong shape */
  respond: (caller: Caller, body: unknown, log: Logger) => Promise<unknown>;
}

const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');

/** Every wrong place of a value that has not the agreed shape. */
export const faultsOf = (error: z.ZodError, under: readonly string[] = []): Fault[] =>
  error.issues.map(({ path, message }) => ({ place: placeOf([...under, ...path]) || 'body', message }));

const reject = (error: z.ZodError, under: readonly string[] = []): never => {
  const faults = faultsOf(error, under);
  const named = faults.slice(0, 3).map(({ place, message }) => `${place}: ${message}`);
  throw new AppError('bodyInvalid', `${faults.length} place(s) are wrong: ${named.join('; ')}.`, { faults });
};

const requireStorable = (input: unknown): void => {
  const path = unstorable(input, ['input']);
  if (!path) return;
  const fault = { place: placeOf(path), message: 'holds a NUL character or half a character' };
  throw new AppError('bodyInvalid', `1 place is wrong: ${fault.place}: ${fault.message}.`, {
    faults: [fault],
  });
};

/** Turns a definition into a route: checks the permission, parses, hands over. */
export const defineRoute = <Input extends z.ZodType, Answer extends z.ZodType>(
  definition: RouteDefinition<Input, Answer>,
): Route => {
  const envelope = z.object({ facts: factsSchema.prefault({}), input: z.unknown() });
  return {
    ...definition,
    respond: async (caller, received, log) => {
      if (!caller.permissions.includes(definition.permission))
        throw new AppError('permissionMissing', `User ${caller.userId} has no ${definition.permission}.`);
      const outer = envelope.safeParse(received);
      if (!outer.success) return reject(outer.error);
      const { facts, input = {} } = outer.data;
      const parsed = definition.input.safeParse(input);
      if (!parsed.success) return reject(parsed.error, ['input']);
      requireStorable(parsed.data);
      return definition.handle({ caller, facts, input: parsed.data, log });
    },
  };
};
