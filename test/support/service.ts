import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { z } from 'zod';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { type Context, createContext } from '../../server/context.ts';
import { type ConfigurationSet, publishConfiguration } from '../../server/content/index.ts';
import { serve, type Serving } from '../../server/http/serve.ts';
import { cuttable, type CuttableDatabase } from './cuttable-database.ts';
import { freshStore, type TestStore } from './postgres.ts';
import {
  type CallOptions,
  createTestOrg,
  type SignedTestCall,
  signCall,
  type TestOrg,
} from './signed-call.ts';

export interface TestAnswer {
  status: number;
  headers: Headers;
  body: unknown;
}

/** The service as it runs, on a free port, over a real PostgreSQL database of the test file's own. */
export interface TestService {
  url: string;
  metricsUrl: string;
  context: Context;
  database: CuttableDatabase;
  storage: TestStore;
  /** Emits `request` whenever one has arrived. */
  arrivals: EventEmitter;
  /** One JSON object a line, as it was logged. */
  logged: string[];
  addOrg: (details?: { environment?: 'production' | 'sandbox' | 'local' }) => Promise<TestOrg>;
  /** Publishes as an operator would from another process; this one notices by itself. */
  publish: (org: TestOrg, set: ConfigurationSet) => Promise<void>;
  send: (call: SignedTestCall) => Promise<TestAnswer>;
  call: (org: TestOrg, options?: CallOptions) => Promise<TestAnswer>;
  stop: Serving['stop'];
  close: () => Promise<void>;
}

const hostAndPorts = { HOST: '127.0.0.1', PORT: '0', METRICS_PORT: '0' };

const registerOrg = async (storage: TestStore, environment: 'production' | 'sandbox' | 'local') => {
  const org = await createTestOrg();
  await storage.addOrganization({
    orgId: org.orgId,
    environment,
    keys: [{ pem: org.publicKeyPem, expiresAt: '2100-01-01T00:00:00Z', addedAt: '2026-01-01T00:00:00Z' }],
    secondFactorHash: createHash('sha256').update(org.secondFactor).digest('base64url'),
  });
  return org;
};

const parsed = (text: string): unknown => (text.startsWith('{') ? JSON.parse(text) : text);

export interface ServiceOptions {
  environment?: Record<string, string>;
  now?: () => Date;
  /** Shares the database of another service, as two processes do. */
  beside?: TestService;
}

export const startService = async ({
  environment,
  now,
  beside,
}: ServiceOptions = {}): Promise<TestService> => {
  const storage = beside?.storage ?? (await freshStore());
  const database = await cuttable(storage.connections.url);
  const { config, secrets } = readConfig({
    ...hostAndPorts,
    DATABASE_URL: database.url,
    DATABASE_OWNER_URL: storage.connections.ownerUrl,
    ...environment,
  });
  const logged: string[] = [];
  const context = await createContext(config, secrets, {
    ...(now && { now }),
    logTo: { write: (line) => void logged.push(line) },
  });
  const app = createApp(context);
  const arrivals = new EventEmitter();
  const serving = await serve((request, response) => {
    arrivals.emit('request');
    app(request, response);
  }, context);
  const url = `http://127.0.0.1:${serving.port}`;

  const send: TestService['send'] = async ({ path, method, headers, body }) => {
    const response = await fetch(`${url}${path}`, { method, headers, body });
    return { status: response.status, headers: response.headers, body: parsed(await response.text()) };
  };
  return {
    ...{ url, context, database, storage, logged, arrivals, send },
    metricsUrl: `http://127.0.0.1:${serving.metricsPort}/metrics`,
    addOrg: ({ environment = 'sandbox' } = {}) => registerOrg(storage, environment),
    publish: async (org, set) => {
      await publishConfiguration(storage.store, org.orgId, 'operator', set, 'test');
      await context.libraries.poll();
    },
    call: async (org, options) => send(await signCall(org, options)),
    stop: serving.stop,
    close: async () => {
      await serving.stop();
      await context.close();
      await database.close();
      if (!beside) await storage.close();
    },
  };
};

/** Reads an answer with the schema that the service publishes for it. */
export const readAs = <Schema extends z.ZodType>(
  schema: Schema,
  { status, body }: TestAnswer,
): z.output<Schema> => {
  if (status !== 200) throw new Error(`Status ${status}: ${JSON.stringify(body)}`);
  return schema.parse(body);
};
