import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { notFound, SalesforceError } from '../errors.ts';
import { faultyReply, type FaultSwitch, withoutFields } from '../faults/index.ts';
import type { Sessions } from '../oauth/sessions.ts';
import type { Records } from '../records/index.ts';
import { authenticate } from './authenticate.ts';
import type { Call } from './call.ts';
import { type Dispatch, faultReply } from './dispatch.ts';
import type { ApiUsage } from './limits.ts';
import { send } from './send.ts';
import { isSupported, versionList } from './versions.ts';

export interface ServerParts {
  records: Records;
  sessions: Sessions;
  dispatch: Dispatch;
  usage: ApiUsage;
  faults: FaultSwitch;
  clock: Clock;
  log: Logger;
}

/** `//services/…`, as the sf CLI sends it, is `/services/…`. */
export const collapseSlashes: RequestHandler = (request, _response, next) => {
  request.url = request.url.replace(/^\/{2,}/, '/');
  next();
};

/** Salesforce takes requests of 50 MB. */
const json = express.json({
  limit: '50mb',
  strict: false,
  type: ['application/json', 'application/merge-patch+json'],
});

/** Mounts the REST API; addresses outside `/services/data` stay free for pages. */
export function mountRest(app: Express, parts: ServerParts): void {
  app.get('/services/data', (_request, response) => {
    response.json(versionList());
  });
  app.use('/services/data/v:version', json, (request: Request<{ version: string }>, response) =>
    answer(parts, request, response),
  );
}

async function answer(
  parts: ServerParts,
  request: Request<{ version: string }>,
  response: Response,
): Promise<void> {
  const { version } = request.params;
  if (!isSupported(version)) throw notFound();
  const access = await authenticate(request, parts.sessions, parts.records);
  countCall(parts, response);
  const url = new URL(request.url, 'http://localhost');
  const call: Call = {
    method: request.method,
    path: url.pathname.replace(/^\/+|\/+$/g, ''),
    version,
    query: url.searchParams,
    headers: flatHeaders(request),
    body: request.body,
    upload: request.is('json') === false ? request : null,
    access: withoutFields(access, parts.faults.plan().changedSchema),
    records: parts.records,
  };
  const fault = parts.faults.next(call, call.headers['x-local-org-fault']);
  await send(response, await (fault ? faultyReply(fault, call, parts.dispatch) : parts.dispatch(call)));
}

/** A call that is refused tells how many there were, too. */
function countCall({ usage, clock }: ServerParts, response: Response): void {
  response.setHeader('Date', new Date(clock.running().epochMilliseconds).toUTCString());
  try {
    usage.count();
  } finally {
    response.setHeader('Sforce-Limit-Info', usage.header());
  }
}

const flatHeaders = (request: Request<{ version: string }>): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );

/** Faults of the API in Salesforce's form; what is not foreseen is logged without the caller's data. */
export const apiFaults =
  (log: Logger): ErrorRequestHandler =>
  (error: unknown, _request, response, next) => {
    const { status, body } = faultReply(asFault(log, error));
    // An answer that has begun can only be broken off.
    if (response.headersSent) next(error);
    else response.status(status).json(body);
  };

function asFault(log: Logger, error: unknown): SalesforceError {
  if (error instanceof SalesforceError) return error;
  if (isBodyFault(error)) return new SalesforceError('JSON_PARSER_ERROR', error.message);
  log.error({ error: error instanceof Error ? error.stack : String(error) }, 'local org: a request failed');
  return new SalesforceError('UNKNOWN_EXCEPTION', 'An unexpected error occurred.');
}

/** What express.json finds wrong with a body. */
const isBodyFault = (error: unknown): error is Error =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500;
