import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, test } from '@jest/globals';
import { createLogger } from '../../../server/http/logging.ts';
import { createMetrics } from '../../../server/http/metrics.ts';
import { serve } from '../../../server/http/serve.ts';
import { item, opportunityFacts } from '../../support/content.ts';
import { startService } from '../../support/service.ts';

const config = { HOST: '127.0.0.1', PORT: 0, METRICS_PORT: 0, DRAIN_SECONDS: 0, SHUTDOWN_SECONDS: 60 };
const log = createLogger({ LOG_LEVEL: 'silent' });

/** A handler that answers when the test lets it. */
const gate = () => {
  const { promise: entered, resolve: enter } = Promise.withResolvers<undefined>();
  const { promise: open, resolve: release } = Promise.withResolvers<undefined>();
  return { entered, enter, open, release };
};

test('a request in flight is answered, then its connection closes; new ones are refused at once', async () => {
  const { entered, enter, open, release } = gate();
  const lifecycle = { stopping: false };
  const serving = await serve(
    (_request, response) => {
      enter(undefined);
      void open.then(() => response.end('done'));
    },
    { config, lifecycle, log, metrics: createMetrics() },
  );
  const url = `http://127.0.0.1:${serving.port}/`;
  const answer = fetch(url);
  await entered;
  const stopped = serving.stop();
  expect(lifecycle.stopping).toBe(true);
  await expect(fetch(url)).rejects.toThrow('fetch failed');
  release(undefined);
  expect(await (await answer).text()).toBe('done');
  await stopped;
});

test('a request that takes too long is cut off', async () => {
  const { entered, enter } = gate();
  const serving = await serve(() => enter(undefined), {
    config: { ...config, SHUTDOWN_SECONDS: 0.01 },
    lifecycle: { stopping: false },
    log,
    metrics: createMetrics(),
  });
  const answer = fetch(`http://127.0.0.1:${serving.port}/`);
  const outcome = answer.then(
    () => 'answered',
    () => 'cut off',
  );
  await entered;
  await serving.stop();
  expect(await outcome).toBe('cut off');
});

test('readiness is red while requests in flight finish', async () => {
  const service = await startService();
  const ready = () => fetch(`${service.url}/ready`);
  expect((await ready()).status).toBe(200);
  service.context.lifecycle.stopping = true;
  const red = await ready();
  expect(red.status).toBe(503);
  expect(await red.json()).toMatchObject({ ready: false, stopping: true, database: 'up' });
  await service.close();
});

test('a write in flight is finished and kept', async () => {
  const service = await startService();
  const org = await service.addOrg();
  await service.publish(org, { items: [item('one')] });
  const { promise: locked, resolve: lockIt } = Promise.withResolvers<undefined>();
  const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
  const body = {
    facts: opportunityFacts(),
    input: { idempotencyKey: randomUUID(), itemId: 'one', kind: 'used' },
  };
  const key = { org_id: org.orgId, user_id: '005000000000001AAA', operation: 'react' };
  const holding = service.storage.store.inTenant(org.orgId, async (tenant) => {
    const row = { ...key, idempotency_key: body.input.idempotencyKey, body_hash: 'x', answer: null };
    await tenant.insertInto('answered_request').values(row).execute();
    lockIt(undefined);
    await released;
    throw new Error('give way');
  });
  const gone = holding.catch(() => 'gave way');
  await locked;
  const path = '/v1/suggestions/reactions';
  const answer = service.call(org, { path, body });
  await once(service.arrivals, 'request');
  const stopped = service.stop();
  release(undefined);
  expect(await gone).toBe('gave way');
  expect((await answer).status).toBe(200);
  await stopped;
  await service.close();
});

test('a port that is in use is an error, with nothing left listening', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const METRICS_PORT = typeof address === 'object' && address ? address.port : 0;
  const parts = {
    config: { ...config, METRICS_PORT },
    lifecycle: { stopping: false },
    log,
    metrics: createMetrics(),
  };
  await expect(serve(() => undefined, parts)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  other.close();
});
