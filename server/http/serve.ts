import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Lifecycle } from './health.ts';
import { createMetricsServer, type Metrics } from './metrics.ts';

export interface ServeParts {
  config: Pick<Config, 'HOST' | 'PORT' | 'METRICS_PORT' | 'DRAIN_SECONDS' | 'SHUTDOWN_SECONDS'>;
  lifecycle: Lifecycle;
  log: Logger;
  metrics: Metrics;
}

/** A service that listens. */
export interface Serving {
  port: number;
  metricsPort: number;
  /** Readiness goes red first, then no connection is taken, then requests in flight finish. */
  stop: () => Promise<void>;
}

const listen = async (server: Server, port: number, host: string): Promise<number> => {
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error(`No port at ${String(address)}.`);
  return address.port;
};

/** Resolves when the last request in flight is answered and its connection closed. */
const finish = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });

const closeLate = async (servers: readonly Server[], seconds: number, log: Logger, signal: AbortSignal) => {
  const late = await pause(seconds * 1000, true, { signal, ref: false }).catch(() => false);
  if (!late) return;
  log.warn({ seconds }, 'Requests in flight took too long; their connections are closed');
  for (const server of servers) server.closeAllConnections();
};

/** After the response to a request in flight its connection closes instead of waiting for another request. */
const closeWhenAnswered = (server: Server, lifecycle: Lifecycle): void => {
  server.on('request', (_request, response) => {
    if (lifecycle.stopping) response.setHeader('Connection', 'close');
    response.once('finish', () => {
      if (lifecycle.stopping) setImmediate(() => server.closeIdleConnections());
    });
  });
};

/**
 * Serves the application and, on another port, its metrics.
 * @throws Error `EADDRINUSE` and the like, with nothing left listening
 */
export const serve = async (app: RequestListener, parts: ServeParts): Promise<Serving> => {
  const { config, lifecycle, log, metrics } = parts;
  const main = createServer(app);
  const side = createMetricsServer(metrics);
  closeWhenAnswered(main, lifecycle);
  const port = await listen(main, config.PORT, config.HOST);
  const metricsPort = await listen(side, config.METRICS_PORT, config.HOST).catch((error: unknown) => {
    main.close();
    throw error;
  });
  const stop = async (): Promise<void> => {
    lifecycle.stopping = true;
    log.info('Stopping: requests in flight finish');
    if (config.DRAIN_SECONDS > 0) await pause(config.DRAIN_SECONDS * 1000);
    const answered = new AbortController();
    const watch = closeLate([main, side], config.SHUTDOWN_SECONDS, log, answered.signal);
    await Promise.all([finish(main), finish(side)]);
    answered.abort();
    await watch;
  };
  return { port, metricsPort, stop };
};
