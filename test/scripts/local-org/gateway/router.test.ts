import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express from 'express';
import {
  type GatewayCall,
  GatewayProblem,
  gatewayRouter,
} from '../../../../scripts/local-org/gateway/index.ts';

let server: Server;
const calls: GatewayCall[] = [];
const logged: unknown[] = [];

beforeAll(async () => {
  const gateway = {
    read: (call: GatewayCall) => {
      calls.push(call);
      return Promise.resolve('{"suggestions":[]}');
    },
    write: ({ operation }: GatewayCall) =>
      Promise.reject(
        operation === 'react'
          ? GatewayProblem.because(403, 'permissionMissing', 'No.', 'Ask.')
          : GatewayProblem.unexpected(new TypeError('Brunner Logistik is not iterable')),
      ),
  };
  const app = express().use(
    '/preview/apex',
    gatewayRouter(
      gateway,
      (request, response) => {
        const { cookie } = request.headers;
        if (!cookie) response.status(401).json([]);
        return Promise.resolve(cookie ?? null);
      },
      { error: (entry: unknown) => logged.push(entry) },
    ),
  );
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const post = (method: string, body: unknown, cookie = '005') => {
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}/preview/apex/InspireGateway/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie === '' ? {} : { cookie }) },
    body: JSON.stringify(body),
  });
};

test('answers with the returned text as a JSON string, for the user of the session', async () => {
  const response = await post('read', { operation: 'suggestions', recordId: '006', input: '{}' });
  expect([response.status, await response.json()]).toEqual([200, '{"suggestions":[]}']);
  expect(calls).toEqual([{ userId: '005', operation: 'suggestions', recordId: '006', input: '{}' }]);
});

test('answers a problem as Apex throws it', async () => {
  const response = await post('write', { operation: 'react' });
  expect(response.status).toBe(500);
  const { message } = (await response.json()) as { message: string };
  expect(JSON.parse(message)).toMatchObject({ code: 'permissionMissing', status: 403 });
});

test('tells the log, not the page, what nobody foresaw', async () => {
  const response = await post('write', { operation: 'fillFact' });
  const { message } = (await response.json()) as { message: string };
  expect(JSON.parse(message)).toMatchObject({ code: 'gatewayFailed', status: 500 });
  expect(message).not.toContain('Brunner');
  expect(logged).toEqual([{ err: new TypeError('Brunner Logistik is not iterable') }]);
});

test('refuses parameters of a type that Apex does not take', async () => {
  const response = await post('read', { operation: 'suggestions', input: { limit: 3 } });
  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({ message: expect.stringContaining('input') });
});

test('asks nobody without a session', async () => {
  calls.length = 0;
  expect((await post('read', { operation: 'suggestions' }, '')).status).toBe(401);
  expect(calls).toEqual([]);
});
