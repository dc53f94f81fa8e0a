import express, { type Express } from 'express';
import type { Logger } from 'pino';
import type { InvocableAction } from './actions/action.ts';
import { actionRoutes } from './actions/routes.ts';
import { type Clock, createClock } from './clock.ts';
import type { BulkParts } from './bulk/parts.ts';
import { createJobQueue, type JobQueue } from './bulk/queue.ts';
import { bulkRoutes } from './bulk/routes.ts';
import { mountClock } from './clock-routes.ts';
import { openDatabase } from './database.ts';
import { createFaultSwitch, mountFaults } from './faults/index.ts';
import { type ConnectedApps, createConnectedApps } from './oauth/connected-apps.ts';
import { identityUrl } from './oauth/identity.ts';
import { mountOAuth } from './oauth/routes.ts';
import { createSessions, type Sessions } from './oauth/sessions.ts';
import { createRecords, type Records } from './records/index.ts';
import type { RecordsParts } from './records/parts.ts';
import { readSettings } from './records/settings.ts';
import { collectionRoutes } from './rest/collection-routes.ts';
import { compositeRoutes } from './rest/composite-routes.ts';
import { createDispatch, type Dispatch } from './rest/dispatch.ts';
import { externalIdRoutes } from './rest/external-id-routes.ts';
import { infoRoutes } from './rest/info-routes.ts';
import { createApiUsage } from './rest/limits.ts';
import { mountLimits } from './rest/limits-routes.ts';
import { listViewRoutes } from './rest/list-view-routes.ts';
import { queryRoutes } from './rest/query-routes.ts';
import { recentRoutes } from './rest/recent-routes.ts';
import { replicationRoutes } from './rest/replication-routes.ts';
import { apiFaults, collapseSlashes, mountRest } from './rest/server.ts';
import { sobjectRoutes } from './rest/sobject-routes.ts';
import { tabRoutes } from './rest/tab-routes.ts';
import { treeRoutes } from './rest/tree-routes.ts';
import { buildCatalogue } from './schema/build.ts';
import type { Catalogue } from './schema/catalogue.ts';
import { readMetadata } from './schema/metadata/source.ts';
import { keptPrefixes } from './schema/prefixes.ts';
import { startOrg } from './start.ts';
import { Temporal } from 'temporal-polyfill';

export interface LocalOrgOptions {
  /** A database of the org's own; made into an org at the first start, kept over restarts. */
  databaseUrl: string;
  /** Folder with the project's sfdx-project.json, whose metadata becomes part of the org. */
  projectRoot: string;
  /** Folders with metadata that only this org has: what its admin added. */
  additionalMetadata?: readonly string[];
  /** Where the org is reached, without a slash at the end. */
  baseUrl: string;
  /** How long a save waits for a row that another save holds, in milliseconds; 10,000 as in Salesforce. */
  lockWaitMs?: number;
  log: Logger;
}

const LOCK_WAIT_MS = 10_000;

/** A Salesforce org on this machine. */
export interface LocalOrg {
  /** Serves `/services`, `/id` and `/local-org`; other addresses are free. Mount `faults` behind whatever is added. */
  app: Express;
  records: Records;
  sessions: Sessions;
  connectedApps: ConnectedApps;
  catalogue: Catalogue;
  clock: Clock;
  /** Apex that Flow and the API may call; whoever makes the gateway adds it. */
  actions: InvocableAction[];
  /** 18 characters. */
  orgId: string;
  /** The two users of a new org. */
  adminId: string;
  integrationId: string;
  close(): Promise<void>;
}

/** @throws Error if the database cannot be reached or the metadata holds what the local org does not know */
export async function createLocalOrg(options: LocalOrgOptions): Promise<LocalOrg> {
  const {
    databaseUrl,
    projectRoot,
    additionalMetadata = [],
    baseUrl,
    lockWaitMs = LOCK_WAIT_MS,
    log,
  } = options;
  const clock = createClock();
  const source = readMetadata(projectRoot, additionalMetadata);
  const db = openDatabase(databaseUrl, lockWaitMs, log);
  try {
    const catalogue = buildCatalogue(source, await keptPrefixes(db));
    const founders = await startOrg(db, catalogue, source, clock);
    const settings = await readSettings(db);
    const parts = orgParts({ db, catalogue, clock, settings }, founders.orgId);
    const bulk = { db, catalogue, records: parts.records, log };
    const queue = createJobQueue(bulk);
    const actions: InvocableAction[] = [];
    const app = createApp({ ...parts, ...founders, catalogue, clock, actions, baseUrl, log, bulk, queue });
    await queue.resume();
    const close = async (): Promise<void> => {
      await queue.stop();
      await db.destroy();
    };
    return { app, ...parts, catalogue, clock, actions, ...founders, close };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

type Parts = Pick<LocalOrg, 'records' | 'sessions' | 'connectedApps'>;

const orgParts = (parts: RecordsParts, orgId: string): Parts => ({
  records: createRecords(parts),
  sessions: createSessions(parts.db, orgId, () => Temporal.Now.instant()),
  connectedApps: createConnectedApps(parts.db),
});

interface AppParts extends Omit<LocalOrg, 'app' | 'close'> {
  baseUrl: string;
  log: Logger;
  bulk: BulkParts;
  queue: JobQueue;
}

function createApp(parts: AppParts): Express {
  const { catalogue, orgId, baseUrl, log } = parts;
  const faults = createFaultSwitch();
  const usage = createApiUsage(() => Temporal.Now.instant());
  const dispatch: Dispatch = createDispatch([
    ...infoRoutes(usage, (userId) => identityUrl({ orgId, baseUrl }, userId)),
    ...queryRoutes(parts.bulk),
    ...recentRoutes(parts.bulk.db, catalogue),
    ...tabRoutes(catalogue, baseUrl),
    ...listViewRoutes(catalogue),
    ...replicationRoutes(() => parts.clock.now()),
    ...sobjectRoutes(parts.bulk.db, catalogue),
    ...externalIdRoutes,
    ...collectionRoutes(catalogue),
    ...treeRoutes(catalogue),
    ...compositeRoutes(() => dispatch),
    ...bulkRoutes(parts.bulk, parts.queue),
    ...actionRoutes(parts.actions),
  ]);
  const app = express();
  app.disable('x-powered-by');
  app.use(collapseSlashes);
  mountOAuth(app, {
    ...parts,
    apps: parts.connectedApps,
    audiences: [baseUrl, 'https://login.salesforce.com', 'https://test.salesforce.com'],
  });
  mountClock(app, parts);
  mountFaults(app, { ...parts, faults });
  mountLimits(app, { ...parts, usage });
  mountRest(app, { ...parts, dispatch, usage, faults });
  app.use(['/services', '/id', '/local-org'], apiFaults(log));
  return app;
}
