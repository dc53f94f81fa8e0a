import type { IncomingMessage, ServerResponse } from 'node:http';
import { pino, type DestinationStream, type Logger } from 'pino';
import { pinoHttp, type HttpLogger } from 'pino-http';
import { v7 as newId } from 'uuid';
import type { Config } from '../config.ts';

/** A second line of defence: what is logged on purpose has none of these names. */
const hidden = ['authorization', 'secret', 'password', 'record', 'facts', 'input', 'body', 'headers', 'url'];

/** Causes of errors keep their name, code and stack; their messages may quote customer text and go. */
const describeError = (error: unknown) => {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    stack: frames.join('\n'),
  };
};

/** Requests and responses are never logged whole. */
const leftOut = (): undefined => undefined;

/** With a least length, even of one byte, `flush` waits until everything is written; without one it does not. */
const standardOutput = (): DestinationStream => pino.destination({ sync: false, minLength: 1 });

/** Structured lines on `destination` (standard output by default). */
export const createLogger = (config: Pick<Config, 'LOG_LEVEL'>, destination?: DestinationStream): Logger =>
  pino(
    {
      level: config.LOG_LEVEL,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: hidden, censor: '[hidden]' },
      // pino would take the message of an error under this key as the message of the line; we log errors as `err`.
      errorKey: 'unused',
      serializers: { err: describeError, req: leftOut, res: leftOut },
    },
    destination ?? standardOutput(),
  );

const pathOf = (request: IncomingMessage & { originalUrl?: string }): string =>
  (request.originalUrl ?? request.url ?? '').split('?', 1)[0] ?? '';

const describeRequest = (request: IncomingMessage, response: ServerResponse, { ms }: { ms: number }) => ({
  method: request.method,
  path: pathOf(request),
  status: response.statusCode,
  ms,
});

/** One line a request: method, path, status, time, request id, org and user. No header, query, body or address. */
export const createRequestLog = (logger: Logger): HttpLogger =>
  pinoHttp({
    logger,
    genReqId: (_request: IncomingMessage, response: ServerResponse) => {
      const requestId = newId();
      response.setHeader('X-Request-Id', requestId);
      return requestId;
    },
    quietReqLogger: true,
    quietResLogger: true,
    wrapSerializers: false,
    customAttributeKeys: { reqId: 'requestId', responseTime: 'ms' },
    customSuccessObject: describeRequest,
    customErrorObject: (request, response, _error, values: { ms: number }) =>
      describeRequest(request, response, values),
    customSuccessMessage: () => 'Answered',
    customErrorMessage: () => 'Failed',
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
  });
