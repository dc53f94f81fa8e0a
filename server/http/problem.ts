import type { ErrorRequestHandler, Request, Response } from 'express';
import { z } from 'zod';
import { AppError, type Fault, problems, type ProblemCode } from '../errors.ts';

/** A caller corrects the first and tries again; the detail says how many there are. */
const mostFaults = 50;
const longestFault = 500;

const codes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]];

/** RFC 9457, with a stable code, what puts it right, and the id under which the log has it. */
export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(codes),
  detail: z.string(),
  remedy: z.string(),
  requestId: z.string(),
  /** The first 50; the detail says how many there are. */
  faults: z
    .array(z.strictObject({ place: z.string(), message: z.string() }))
    .max(mostFaults)
    .optional(),
});

export type Problem = z.infer<typeof problemSchema>;

/** What express and its body reader throw. */
const httpErrorSchema = z.object({ type: z.string(), limit: z.number().optional() });

const ofBodyReader = (error: unknown): AppError | undefined => {
  const parsed = httpErrorSchema.safeParse(error);
  switch (parsed.data?.type) {
    case 'entity.too.large':
      return new AppError('bodyTooLarge', `The body is larger than ${parsed.data.limit ?? 0} bytes.`);
    case 'encoding.unsupported':
      return new AppError('bodyEncoding', 'The body has a Content-Encoding.');
    case 'request.aborted':
    case 'request.size.invalid':
      return new AppError('bodyIncomplete', 'The body ended before its announced length.', { cause: error });
    default:
      return undefined;
  }
};

/** Anything that is not ours has a cause for the log and says nothing of it to the caller. */
const toAppError = (error: unknown): AppError =>
  error instanceof AppError
    ? error
    : (ofBodyReader(error) ??
      new AppError('internal', 'The service met an error that it did not expect.', { cause: error }));

const shortened = (text: string): string =>
  text.length > longestFault ? `${text.slice(0, longestFault)}…`.toWellFormed() : text;

const shownFaults = (faults: readonly Fault[]): Fault[] =>
  faults
    .slice(0, mostFaults)
    .map(({ place, message }) => ({ place: shortened(place), message: shortened(message) }));

export const problemOf = (error: AppError, requestId: string): Problem => ({
  type: `/errors#${error.code}`,
  title: error.title,
  status: error.status,
  code: error.code,
  detail: shortened(error.message),
  remedy: error.remedy,
  requestId,
  ...(error.faults && { faults: shownFaults(error.faults) }),
});

/** Logs with the cause, answers with the problem document. */
export const sendProblem = (thrown: unknown, request: Request, response: Response): void => {
  const error = toAppError(thrown);
  request.log[error.status >= 500 ? 'error' : 'info']({ code: error.code, err: error.cause }, error.title);
  if (error.retryAfterSeconds) response.setHeader('Retry-After', String(Math.ceil(error.retryAfterSeconds)));
  response
    .status(error.status)
    .type('application/problem+json')
    .send(JSON.stringify(problemOf(error, response.getHeader('X-Request-Id')?.toString() ?? '')));
};

export const problemHandler: ErrorRequestHandler = (error, request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  sendProblem(error, request, response);
};
