import type { Store } from '../../server/store/index.ts';
import { flowActions } from '../local-org/actions/flow-actions.ts';
import { createGateway } from '../local-org/gateway/index.ts';
import type { LocalOrg } from '../local-org/index.ts';
import { buildPages } from '../preview/build/index.ts';
import type { StagedDeal } from '../preview/server/mount.ts';
import { previewOrg } from '../preview/server/org.ts';
import { STAGED_OWNER, usernameOf } from '../sample-data/index.ts';
import { type BackEnds, host, startBackEnds } from './back-ends.ts';
import { openSite, type Site } from './listen.ts';
import { beginStagedCadences } from './cadences.ts';
import { openLog } from './log.ts';
import type { StackOptions } from './options.ts';
import { tell } from './progress.ts';
import { findStagedDeals } from './sample-data.ts';
import { createSite } from './site.ts';
import { keep, type Started, together } from './started.ts';

export type { StackOptions } from './options.ts';

/** Everything on one machine: PostgreSQL, local org with its pages, service. */
export type Stack = {
  /** `http://localhost:3000`: start page, record pages, and the org's API. */
  readonly url: string;
  readonly serviceUrl: string;
  readonly apiReferenceUrl: string;
  readonly metricsUrl: string;
  readonly org: LocalOrg;
  readonly store: Store;
  stagedDeals: () => Promise<StagedDeal[]>;
  /** The service alone goes away, as in an outage; `stop` is still needed. */
  stopService: () => Promise<void>;
  /** Ends everything that was started; leaves no process and no lock. */
  stop: () => Promise<void>;
};

/**
 * Starts everything, as much as possible at the same time. The first start fills the org with the sample data and
 * publishes the shipped libraries.
 *
 * @throws Error with a message for the person at the terminal: port in use, folder not writable, pages that do not build …
 *   Whatever was started by then is stopped.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const started = new AsyncDisposableStack();
  try {
    return await start(options, started);
  } catch (error) {
    await started.disposeAsync();
    throw error;
  }
}

async function start(options: StackOptions, started: Started): Promise<Stack> {
  const { root, stateDirectory, buildDirectory = stateDirectory, progress } = options;
  const site = await keep(started, openSite(options.ports.pages, host), (open) => open.close());
  const logs = await keep(started, openLog(stateDirectory, options.settings?.['LOG_LEVEL']), (log) =>
    log.close(),
  );
  const url = `http://localhost:${site.port}`;
  const [pages, backEnds] = await together(
    tell(progress, 'pages', () => buildPages(root, buildDirectory)),
    startBackEnds(options, logs, url, started),
  );
  const { org, service, credentials } = backEnds;
  const gateway = createGateway({ org, serviceUrl: addressOf(service.port), credentials });
  org.actions.push(...flowActions(gateway));
  await tell(progress, 'touchpoints', () => beginStagedCadences(backEnds, gateway));
  const preview = {
    root,
    pages,
    org: previewOrg(org, usernameOf(STAGED_OWNER)),
    stagedDeals: () => findStagedDeals(org),
    apiReference: apiReferenceOf(backEnds),
  };
  site.answerWith(createSite({ org, gateway, preview, log: logs.log }));
  return { url, ...describe(backEnds), stop: () => stopAll(site, started) };
}

const addressOf = (port: number): string => `http://localhost:${port}`;
const apiReferenceOf = ({ service }: BackEnds): string => `${addressOf(service.port)}/reference`;

const describe = (backEnds: BackEnds): Omit<Stack, 'url' | 'stop'> => ({
  serviceUrl: addressOf(backEnds.service.port),
  apiReferenceUrl: apiReferenceOf(backEnds),
  metricsUrl: `${addressOf(backEnds.service.metricsPort)}/metrics`,
  org: backEnds.org,
  store: backEnds.service.context.store,
  stagedDeals: () => findStagedDeals(backEnds.org),
  stopService: () => backEnds.service.stop(),
});

/** Nobody is let in any more before the parts behind the door go away. */
async function stopAll(site: Site, started: Started): Promise<void> {
  await site.close();
  await started.disposeAsync();
}
