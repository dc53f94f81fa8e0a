import { join } from 'node:path';
import { readConfig } from '../../server/config.ts';
import { AppError } from '../../server/errors.ts';
import {
  type Connections,
  migrate,
  openRegistry,
  openStore,
  prepareBuiltIn,
  type Registry,
  type Store,
  usePostgres,
} from '../../server/store/index.ts';

/** What an operator's command works with. */
export interface Operator {
  store: Store;
  registry: Registry;
}

/**
 * Runs an operator's command. It connects when it has checked what it was given: to the configured database, or to the
 * built-in one, whether or not `npm start` is running. Faults are written to the terminal, one a line, and make the
 * process end with 1.
 */
export async function asOperator(
  command: (connect: () => Promise<Operator>) => Promise<void>,
): Promise<void> {
  const releases: (() => Promise<void>)[] = [];
  try {
    await command(async () => {
      const { connections, release } = await connect();
      const registry = openRegistry(connections.ownerUrl);
      const onError = (error: Error) => console.error(error.message);
      const store = openStore({ url: connections.url, size: 2, onError });
      releases.push(
        () => store.close(),
        () => registry.close(),
        release,
      );
      return { store, registry };
    });
  } catch (error) {
    report(error);
    process.exitCode = 1;
  } finally {
    for (const release of releases) await release();
  }
}

async function connect(): Promise<{ connections: Connections; release: () => Promise<void> }> {
  const { config, secrets } = readConfig();
  const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, DATABASE_DIRECT_URL: directUrl } = secrets;
  if (url && ownerUrl) {
    await migrate(ownerUrl);
    return { connections: { url, ownerUrl, directUrl: directUrl ?? url }, release: () => Promise.resolve() };
  }
  const server = await usePostgres({ directory: join(config.STATE_DIR, 'postgres'), log: () => undefined });
  return { connections: await prepareBuiltIn(server), release: () => server.stop() };
}

function report(error: unknown): void {
  if (error instanceof AppError) {
    console.error(error.faults ? 'Nothing was applied.' : `${error.message} ${error.remedy}`);
    for (const { place, message } of error.faults ?? []) console.error(`  ${place}: ${message}`);
  } else console.error(error instanceof Error ? error.message : error);
}

/**
 * The org that a command is for.
 * @param named 18-character id, if one was given
 * @returns that id, or that of the only local org
 * @throws Error saying how to name one
 */
export async function chooseOrganization(registry: Registry, named: string | undefined): Promise<string> {
  if (named !== undefined) return named;
  const local = (await registry.list()).filter((organization) => organization.environment === 'local');
  const [only, ...others] = local;
  if (only && others.length === 0) return only.orgId;
  throw new Error(
    only
      ? `There are ${local.length} local orgs. Choose one: --org <18-character id>.`
      : 'There is no local org yet. Run "npm start" once, or name an org: --org <18-character id>.',
  );
}
