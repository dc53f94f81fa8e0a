import { createServer, type Server } from 'node:http';
import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  registry: Registry;
  /** Counts and times every request by route and status. */
  observe: RequestHandler;
  /** Suggestions answered without the viewer's reactions. */
  unfiltered: Counter;
  /** Orgs whose library is in memory, and its estimated size. */
  snapshots: Gauge;
  snapshotBytes: Gauge;
}

const routeOf = (route: unknown): string =>
  typeof route === 'object' && route !== null && 'path' in route && typeof route.path === 'string'
    ? route.path
    : 'none';

const createObserver = (duration: Histogram<'route' | 'status'>): RequestHandler => {
  return (request, response, next) => {
    const startedAt = performance.now();
    response.once('finish', () => {
      const route = routeOf(request.route);
      duration.observe({ route, status: response.statusCode }, (performance.now() - startedAt) / 1000);
    });
    next();
  };
};

export const createMetrics = (): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'inspire_request_seconds',
    help: 'Time to answer a request.',
    labelNames: ['route', 'status'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers,
  });
  return {
    registry,
    observe: createObserver(duration),
    unfiltered: new Counter({
      name: 'inspire_suggestions_unfiltered_total',
      help: 'Lists answered without the reactions of the viewer, because the database did not answer.',
      registers,
    }),
    snapshots: new Gauge({ name: 'inspire_snapshots', help: 'Orgs whose library is in memory.', registers }),
    snapshotBytes: new Gauge({
      name: 'inspire_snapshot_bytes',
      help: 'Estimated size of the libraries in memory.',
      registers,
    }),
  };
};

/** A server of its own, on a port that is not open to the outside. */
export const createMetricsServer = ({ registry }: Metrics): Server =>
  createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'Content-Type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
