import { PassThrough } from 'node:stream';
import { Transport } from 'jsforce/lib/transport.js';
import { StreamPromise } from 'jsforce/lib/util/promise.js';

type HttpRequest = Parameters<Transport['httpRequest']>[0];

interface HttpAnswer {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
}

/** Milliseconds after which an answer that is not complete counts as lost. Salesforce ends what takes longer than this itself. */
export const defaultPatience = 120_000;

const answered = async ({ url, method, headers = {}, body }: HttpRequest, patience: number) => {
  if (body !== undefined && body !== null && typeof body !== 'string')
    throw new TypeError(`${method} ${url}: the service sends texts only.`);
  const signal = AbortSignal.timeout(patience);
  const response = await fetch(url, { method, headers, body: body ?? null, signal });
  const answer: HttpAnswer = {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  };
  return answer;
};

/**
 * What carries jsforce's requests: each is sent once, and an answer that is cut or does not end rejects. jsforce's own
 * transport tries reads again by itself for a quarter of a minute, waits half an hour for an answer, and a connection that
 * breaks within an answer ends the process (3.10). Whoever calls tries again, and knows what may be repeated.
 * @param patience milliseconds
 */
export const transportOf = (patience: number): Transport =>
  Object.assign(new Transport(), {
    httpRequest: (request: HttpRequest) =>
      StreamPromise.create(() => ({ stream: new PassThrough(), promise: answered(request, patience) })),
  });
