import { z } from 'zod';
import { SalesforceError } from '../errors.ts';
import type { Records } from '../records/index.ts';
import { bodyAs } from './body.ts';
import type { Call, Reply, Route } from './call.ts';
import type { Dispatch } from './dispatch.ts';
import { resolveReferences } from './references.ts';

const MAX_REQUESTS = 25;
/** Of these a composite request takes five: they work on many records. */
const MAX_HEAVY = 5;

const subrequest = z.object({
  method: z.string(),
  url: z.string(),
  referenceId: z.string(),
  body: z.unknown().optional(),
  httpHeaders: z.record(z.string(), z.string()).default({}),
});
const composite = z.object({
  allOrNone: z.boolean().default(false),
  collateSubrequests: z.boolean().default(false),
  compositeRequest: z.array(subrequest).min(1),
});
const batch = z.object({
  haltOnError: z.boolean().default(false),
  batchRequests: z
    .array(z.object({ method: z.string(), url: z.string(), richInput: z.unknown().optional() }))
    .min(1)
    .max(MAX_REQUESTS),
});
const graphs = z.object({
  graphs: z
    .array(z.object({ graphId: z.string(), compositeRequest: z.array(subrequest).min(1) }))
    .min(1)
    .max(75),
});

type Subrequest = z.infer<typeof subrequest>;

/** What a request inside a composite request was answered. */
interface Subreply {
  body: unknown;
  httpHeaders: Readonly<Record<string, string>>;
  httpStatusCode: number;
  referenceId: string;
}

/** Several calls in one: composite (each may use what the others answered), batch (each for itself), graphs. */
export const compositeRoutes = (dispatch: () => Dispatch): readonly Route[] => [
  { method: 'POST', pattern: 'composite', handle: (call) => compositeReply(call, dispatch()) },
  { method: 'POST', pattern: 'composite/batch', handle: (call) => batchReply(call, dispatch()) },
  { method: 'POST', pattern: 'composite/graph', handle: (call) => graphReply(call, dispatch()) },
];

async function compositeReply(call: Call, dispatch: Dispatch): Promise<Reply> {
  const { allOrNone, compositeRequest } = bodyAs(composite, call.body);
  assertSize(compositeRequest);
  assertHeaders(compositeRequest);
  const replies = allOrNone
    ? await allOrNothing(call, dispatch, compositeRequest)
    : await inTurn(call, dispatch, compositeRequest, call.records);
  return { status: 200, body: { compositeResponse: replies } };
}

function assertSize(requests: readonly Subrequest[]): void {
  const heavy = requests.filter(({ url }) => /\/(query|queryAll|composite\/sobjects)\b/.test(url)).length;
  if (requests.length > MAX_REQUESTS || heavy > MAX_HEAVY) {
    throw new SalesforceError(
      'LIMIT_EXCEEDED',
      `A composite request takes ${MAX_REQUESTS} requests, of which ${MAX_HEAVY} may be queries or collections`,
    );
  }
  const seen = new Set<string>();
  for (const { referenceId } of requests) {
    if (seen.has(referenceId))
      throw new SalesforceError('INVALID_INPUT', `Duplicate ReferenceId provided: ${referenceId}`);
    seen.add(referenceId);
  }
}

function assertHeaders(requests: readonly Subrequest[]): void {
  const own = requests.flatMap((request) => Object.keys(headersIn(request)));
  const forbidden = own.find((name) => inherited.includes(name));
  if (forbidden === undefined) return;
  throw new SalesforceError('INVALID_INPUT', `A sub-request inherits its ${forbidden} header`);
}

const isFailure = ({ httpStatusCode }: Subreply): boolean => httpStatusCode >= 400;

async function inTurn(
  call: Call,
  dispatch: Dispatch,
  requests: readonly Subrequest[],
  records: Records,
): Promise<Subreply[]> {
  const answers = new Map<string, unknown>();
  const replies: Subreply[] = [];
  for (const request of requests) {
    const reply = await one(call, dispatch, request, records, answers);
    replies.push(reply);
    if (!isFailure(reply)) answers.set(request.referenceId, reply.body);
  }
  return replies;
}

async function one(
  call: Call,
  dispatch: Dispatch,
  request: Subrequest,
  records: Records,
  answers: ReadonlyMap<string, unknown>,
): Promise<Subreply> {
  const { referenceId } = request;
  try {
    const url = resolveReferences(request.url, answers);
    const body = resolveReferences(request.body, answers);
    const reply = await dispatch({
      ...inner(call, request.method, String(url), body, records),
      headers: headersIn(request),
    });
    return {
      body: reply.body ?? null,
      httpHeaders: headersOf(reply),
      httpStatusCode: reply.status,
      referenceId,
    };
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    return {
      body: [{ errorCode: error.errorCode, message: error.message }],
      httpHeaders: {},
      httpStatusCode: error.status,
      referenceId,
    };
  }
}

/** Sub-requests inherit three headers and must not name them. */
const inherited = ['accept', 'authorization', 'content-type'];

const headersIn = ({ httpHeaders }: Subrequest): Record<string, string> =>
  Object.fromEntries(Object.entries(httpHeaders).map(([name, value]) => [name.toLowerCase(), value]));

const headersOf = ({ headers = {} }: Reply): Record<string, string> =>
  headers['location'] === undefined ? {} : { Location: headers['location'] };

/** The call inside: same user, same version; what it writes goes through `records`. */
function inner(call: Call, method: string, address: string, body: unknown, records: Records): Call {
  const url = new URL(address, 'http://localhost');
  const [, path] =
    /^\/+services\/data\/v\d+\.\d+\/?(.*?)\/*$/.exec(url.pathname) ??
    /^\/*v\d+\.\d+\/(.*?)\/*$/.exec(url.pathname) ??
    [];
  if (path === undefined)
    throw new SalesforceError('NOT_FOUND', `The requested resource does not exist: ${address}`);
  return {
    ...call,
    method: method.toUpperCase(),
    path,
    query: url.searchParams,
    headers: {},
    body,
    upload: null,
    records,
  };
}

/** Carries the replies of requests that are undone. */
class Failed extends Error {
  readonly replies: readonly Subreply[];

  constructor(replies: readonly Subreply[]) {
    super('failed');
    this.replies = replies;
  }
}

async function allOrNothing(
  call: Call,
  dispatch: Dispatch,
  requests: readonly Subrequest[],
): Promise<Subreply[]> {
  try {
    return await call.records.together(async (records) => {
      const replies = await inTurn(call, dispatch, requests, records);
      if (replies.some(isFailure)) throw new Failed(replies);
      return replies;
    });
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    return error.replies.map((reply) => (isFailure(reply) ? reply : halted(reply)));
  }
}

const halted = ({ referenceId }: Subreply): Subreply => ({
  body: [
    {
      errorCode: 'PROCESSING_HALTED',
      message: 'The transaction was rolled back since another operation in the same transaction failed.',
    },
  ],
  httpHeaders: {},
  httpStatusCode: 400,
  referenceId,
});

async function batchReply(call: Call, dispatch: Dispatch): Promise<Reply> {
  const { haltOnError, batchRequests } = bodyAs(batch, call.body);
  const results: { statusCode: number; result: unknown }[] = [];
  for (const { method, url, richInput } of batchRequests) {
    if (haltOnError && results.some(({ statusCode }) => statusCode >= 400)) {
      results.push({
        statusCode: 412,
        result: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request' }],
      });
      continue;
    }
    const reply = await dispatch(
      inner(
        call,
        method,
        `/services/data/${url.replace(/^\/+(services\/data\/)?/, '')}`,
        richInput,
        call.records,
      ),
    );
    results.push({ statusCode: reply.status, result: reply.body ?? null });
  }
  return { status: 200, body: { hasErrors: results.some(({ statusCode }) => statusCode >= 400), results } };
}

async function graphReply(call: Call, dispatch: Dispatch): Promise<Reply> {
  const asked = bodyAs(graphs, call.body);
  const answered: unknown[] = [];
  for (const { graphId, compositeRequest } of asked.graphs) {
    const replies = await allOrNothing(call, dispatch, compositeRequest);
    answered.push({
      graphId,
      graphResponse: { compositeResponse: replies },
      isSuccessful: !replies.some(isFailure),
    });
  }
  return { status: 200, body: { graphs: answered } };
}
