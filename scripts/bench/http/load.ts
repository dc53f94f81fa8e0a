import { createHash, createSign, randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import { drawBodies } from './configuration.ts';
import { type Load, type Order, orderSchema } from './messages.ts';
import { percentile } from '../statistics.ts';

const path = '/v1/suggestions';
const userId = '005000000000001AAA';
const bodies = drawBodies(1_000).map((body) => JSON.stringify(body));

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const sign = ({ orgId, privateKey }: Order, body: string): string => {
  const claims = {
    ...{ iss: orgId, sub: userId, aud: 'be-inspired', exp: Math.floor(Date.now() / 1000) + 60 },
    ...{ rid: randomUUID(), htm: 'POST', htu: path, perms: 'Inspire_Use' },
    ...{ loc: 'en_US', tz: 'Europe/Berlin', ver: '0.1' },
    bsh: createHash('sha256').update(body).digest('base64url'),
  };
  const signed = `${encoded({ alg: 'RS256' })}.${encoded(claims)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
};

const requestOf = (order: Order, at: number) => {
  const body = bodies[at % bodies.length] ?? '';
  const headers = {
    authorization: `Bearer ${sign(order, body)}`,
    'x-inspire-org-secret': order.secondFactor,
    'content-type': 'application/json',
  };
  return { method: 'POST', path, headers, body };
};

/** Sends requests that are signed beforehand, each once, over a few connections. */
const run = async (order: Order): Promise<Load> => {
  const spare = 3 * order.connections;
  const queue = Array.from({ length: order.requests + spare }, (_, at) => requestOf(order, at));
  const setupRequest = () => {
    const next = queue.pop();
    if (!next) throw new Error('More requests were sent than signed.');
    return next;
  };
  const times: number[] = [];
  const running = autocannon({
    url: order.url,
    connections: order.connections,
    amount: order.requests,
    setupClient: (client) => {
      client.setRequests([{ setupRequest }]);
    },
  });
  const startedAt = performance.now();
  let endedAt = startedAt;
  running.on('response', (_client, _status, _bytes, milliseconds) => {
    times.push(milliseconds);
    endedAt = performance.now();
  });
  const result = await running;
  if (result.non2xx + result.errors > 0)
    throw new Error(
      `${result.non2xx} refused, ${result.errors} failed: ${JSON.stringify(result.statusCodeStats)}.`,
    );
  return { perSecond: (1000 * result['2xx']) / (endedAt - startedAt), p50Ms: percentile(times, 0.5) };
};

process.on('message', (message) => {
  void run(orderSchema.parse(message)).then((load) => process.send?.(load));
});
