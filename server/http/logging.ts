import type { IncomingMessage, ServerResponse } from 'node:http';
import { pino, type DestinationStream, type Logger } from 'pino';
import { pinoHttp, type HttpLogger } from 'pino-http';
import { v7 as newId } from 'uuid';
import type { Config } from '../config.ts';

/** A second line of defence; what is logged on purpose holds none of these. */
const secretPaths = [
  'authorization',
  'secret',
  'password',
  'record',
  'facts',
  'input',
  'body',
  'headers',
].flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** Causes of errors keep their name, code and stack; details of a database error may quote customer text and go. */
const describeError = (error: unknown) => {
  if (!(error instanceof Error)) return { type: typeof error };
  const code: unknown = 'code' in error ? error.code : undefined;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return {
    type: error.name,
    ...(code === undefined ? {} : { code: String(code) }),
    stack: frames.join('\n'),
  };
};

/** Structured lines on `destination` (standard output by default). */
export const createLogger = (config: Pick<Config, 'LOG_LEVEL'>, destination?: DestinationStream): Logger =>
  pino(
    {
      level: config.LOG_LEVEL,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: secretPaths, censor: '[hidden]' },
      serializers: { err: describeError },
    },
    destination ?? pino.destination({ sync: false }),
  );

const pathOf = (request: IncomingMessage): string => (request.url ?? '').split('?', 1)[0] ?? '';

/** One line a request: method, path, status, time, request id, org. No header, query, body or address. */
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
    serializers: { err: describeError },
    customSuccessMessage: (request, response) =>
      `${request.method ?? ''} ${pathOf(request)} ${response.statusCode}`,
    customErrorMessage: (request, response) =>
      `${request.method ?? ''} ${pathOf(request)} ${response.statusCode}`,
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
  });
