import { join } from 'node:path';
import { type Config, readConfig } from '../../server/config.ts';
import { type Credentials, readCredentials } from '../local-org/gateway/index.ts';
import { createLocalOrg, type LocalOrg } from '../local-org/index.ts';
import { LOAD_CLIENT } from '../org-load/client.ts';
import { publishShippedContent } from './content.ts';
import { openDatabases } from './database.ts';
import type { StackLog } from './log.ts';
import type { StackOptions } from './options.ts';
import { tell } from './progress.ts';
import { connectLocalOrg, registerLocalOrg } from './registration.ts';
import { fillIfEmpty } from './sample-data.ts';
import { newSecretKey } from './secret-key.ts';
import { type RunningService, startService } from './service.ts';
import { keep, type Started, together } from './started.ts';

export type BackEnds = { org: LocalOrg; service: RunningService; credentials: Credentials };

export const host = '127.0.0.1';

/**
 * PostgreSQL first, then what stands on it at the same time: the local org, filled when it is new, and the service, which
 * learns the org's key and gets the shipped libraries when it has none.
 *
 * @param baseUrl where the org will be reached
 */
export async function startBackEnds(
  options: StackOptions,
  { log, destination }: StackLog,
  baseUrl: string,
  started: Started,
): Promise<BackEnds> {
  const { root, stateDirectory, durable = true, progress } = options;
  const folder = join(stateDirectory, 'postgres');
  const opening = tell(progress, 'database', () =>
    openDatabases(folder, durable, (line) => log.debug({ postgres: line })),
  );
  const { service: connections, orgUrl } = await keep(started, opening, (databases) => databases.stop());
  const secretKey = await newSecretKey(stateDirectory);
  const additionalMetadata = [join(root, 'scripts', 'org-load', 'metadata')];
  const orgOptions = { databaseUrl: orgUrl, projectRoot: root, additionalMetadata, baseUrl, log };
  const startingOrg = tell(progress, 'org', () => createLocalOrg(orgOptions));
  const startingService = tell(progress, 'service', () =>
    startService(serviceConfig(options), connections, { logTo: destination, secretKey }),
  );
  const [org, service] = await together(
    keep(started, startingOrg, (made) => made.close()),
    keep(started, startingService, (made) => made.stop()),
  );
  const credentials = await readCredentials(join(stateDirectory, 'local-org'));
  await registerLocalOrg(connections.ownerUrl, org.orgId, credentials);
  await org.connectedApps.register({ clientId: LOAD_CLIENT, certificate: credentials.publicKeyPem });
  await together(
    tell(progress, 'sampleData', () => fillIfEmpty(org)),
    tell(progress, 'content', () => publishShippedContent(service.context.store, org.orgId, root)),
  );
  await connectLocalOrg(connections.ownerUrl, { org, instanceUrl: baseUrl, secretKey });
  return { org, service, credentials };
}

/** The only place that lets the service accept a local org. */
const serviceConfig = ({ ports, stateDirectory, settings }: StackOptions): Config =>
  readConfig({
    HOST: host,
    LOCAL_ORG: 'accept',
    ...settings,
    PORT: String(ports.service),
    METRICS_PORT: String(ports.metrics),
    STATE_DIR: stateDirectory,
  }).config;
