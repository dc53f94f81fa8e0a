import type { DestinationStream, Logger } from 'pino';
import type { Config, Secrets } from './config.ts';
import type { Lifecycle } from './http/health.ts';
import { createLogger } from './http/logging.ts';
import { createMetrics, type Metrics } from './http/metrics.ts';
import { createOrganizations, type FindOrganization } from './http/organizations.ts';
import { createSeenTokens, type SeenTokens } from './http/signature/seen-tokens.ts';
import { endInTurn, orStop, repeat, unlessAborted } from './lifecycle.ts';
import {
  type Connections,
  listenForPublications,
  migrate,
  openStore,
  prepareBuiltIn,
  startPostgres,
  type Store,
} from './store/index.ts';
import { startWorker, type Worker } from './salesforce/index.ts';
import { createLibraries, type Libraries, loadLibrary } from './suggestions/index.ts';
import { startTouchpointWorker } from './touchpoints/index.ts';

/** Everything that routes use, built once. */
export interface Context {
  config: Config;
  now: () => Date;
  log: Logger;
  lifecycle: Lifecycle;
  metrics: Metrics;
  store: Store;
  findOrganization: FindOrganization;
  seenTokens: SeenTokens;
  libraries: Libraries;
  /** Seals and opens credentials of orgs, 32 bytes; undefined if the service keeps none. */
  secretKey: Buffer | undefined;
  /** Ends timers, listeners and connections, and the built-in PostgreSQL. */
  close: () => Promise<void>;
}

export interface Overrides {
  now?: () => Date;
  logTo?: DestinationStream;
  /** Gives the start up when it is aborted; what was started by then is stopped. */
  stopping?: AbortSignal;
}

interface Database extends Connections {
  stop: () => Promise<void>;
}

interface Parts {
  config: Config;
  secrets: Secrets;
  log: Logger;
  now: () => Date;
}

const pollMs = 1_000;
const housekeepingMs = 600_000;

/** Milliseconds for ending connections; a silent database does not answer that either. */
const closePatience = 5_000;

/** The database of the settings, or the built-in one; its tables are brought up to date. */
const openDatabase = async (
  config: Config,
  secrets: Secrets,
  log: Logger,
  stopping: AbortSignal | undefined,
): Promise<Database> => {
  const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, DATABASE_DIRECT_URL: directUrl } = secrets;
  if (url && ownerUrl) {
    await unlessAborted(stopping, migrate(ownerUrl));
    return { url, ownerUrl, directUrl: directUrl ?? url, stop: () => Promise.resolve() };
  }
  const postgres = await startPostgres({
    directory: `${config.STATE_DIR}/postgres`,
    log: (line) => log.debug({ postgres: line }),
  });
  const stop = (): Promise<void> => postgres.stop();
  return orStop(stop, log, async () => ({
    ...(await unlessAborted(stopping, prepareBuiltIn(postgres))),
    stop,
  }));
};

const createLibrariesOf = (store: Store, config: Config, log: Logger, metrics: Metrics): Libraries =>
  createLibraries({
    load: (orgId, former) => loadLibrary(store, orgId, former),
    currentPublications: (orgIds) => store.currentPublications(orgIds),
    maxBytes: config.SNAPSHOT_MEMORY_MB * 1024 * 1024,
    log,
    onChange: (count, bytes) => {
      metrics.snapshots.set(count);
      metrics.snapshotBytes.set(bytes);
    },
  });

/** Keeps connected orgs in step, if this process is to and has the key of their credentials. */
const workerOf = (
  store: Store,
  { directUrl }: Database,
  secretKey: Buffer | undefined,
  { config, log, now }: Parts,
): Worker | undefined => {
  if (secretKey === undefined || config.ROLE === 'web') return undefined;
  return startWorker({ store, directUrl, secretKey, apiShare: config.SYNC_API_SHARE, now, log });
};

/** Plans touchpoints of connected orgs, if this process is to work in the background. */
const touchpointWorkerOf = (store: Store, libraries: Libraries, { config, log, now }: Parts) =>
  config.ROLE === 'web'
    ? undefined
    : startTouchpointWorker({
        ...{ store, now, log },
        factConfigurationOf: async (orgId) => (await libraries.get(orgId)).facts,
      });

const secretKeyIn = ({ SALESFORCE_SECRET_KEY: key }: Secrets): Buffer | undefined =>
  key === undefined ? undefined : Buffer.from(key, 'base64');

/** Everything above the database. */
const contextOn = (database: Database, parts: Parts): Context => {
  const { config, secrets, log, now } = parts;
  const secretKey = secretKeyIn(secrets);
  const metrics = createMetrics();
  const store = openStore({ url: database.url, onError: (err) => log.warn({ err }, 'Connection lost') });
  const libraries = createLibrariesOf(store, config, log, metrics);
  const listener = listenForPublications({
    url: database.directUrl,
    onPublication: () => void libraries.poll().catch((err: unknown) => log.warn({ err }, 'Update failed')),
    onError: (err) => log.warn({ err }, 'Not listening for publications; polling goes on'),
  });
  const worker = workerOf(store, database, secretKey, parts);
  const touchpointWorker = touchpointWorkerOf(store, libraries, parts);
  const stops = [
    repeat(pollMs, log, 'Poll for publications', () => libraries.poll()),
    repeat(housekeepingMs, log, 'Housekeeping', () => store.removeExpiredRequests()),
  ];
  return {
    ...{ config, now, log, metrics, store, libraries, secretKey },
    lifecycle: { stopping: false },
    findOrganization: createOrganizations(store, now, log),
    seenTokens: createSeenTokens(now),
    close: async () => {
      for (const stop of stops) stop();
      await endInTurn(closePatience, [
        () => touchpointWorker?.stop(),
        () => worker?.stop(),
        () => listener.stop(),
        () => store.close(),
      ]);
      await database.stop();
    },
  };
};

/** The only place that builds adapters. `overrides` are for tests. */
export const createContext = async (
  config: Config,
  secrets: Secrets,
  { now = () => new Date(), logTo, stopping }: Overrides = {},
): Promise<Context> => {
  const log = createLogger(config, logTo);
  const database = await openDatabase(config, secrets, log, stopping);
  return orStop(database.stop, log, () => contextOn(database, { config, secrets, log, now }));
};
