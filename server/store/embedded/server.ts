import { once } from 'node:events';
import { readdirSync, rmdirSync } from 'node:fs';
import { serverAccount } from './account.ts';
import { type Administration, administrationOf } from './administration.ts';
import { findBinaries } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import { launch } from './launch.ts';
import { preparePlace } from './place.ts';
import { clearStaleLock, runningServer, socketFolderOf, stopServer } from './postmaster.ts';
import { claim, isSupervised, supersede } from './supervision.ts';

export interface StartOptions {
  /** Where the data lives; made if missing. One server per directory. */
  directory: string;
  /** Takes the server's log, a line at a time: what happens to the server, never a statement or a value. */
  log: (line: string) => void;
  /** `false` gives up what protects the data from a power cut, for tests. */
  durable?: boolean;
}

export interface PostgresServer extends Administration {
  /** Stops the server; resolves when the process is gone. Connections that are still open are ended. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that npm installed, on a unix socket only. A server that a killed run left behind on the same
 * directory is stopped first, its locks are cleared; one that is in use is refused.
 * @throws PostgresError with a message for the person at the terminal
 */
export async function startPostgres({
  directory,
  log,
  durable = true,
}: StartOptions): Promise<PostgresServer> {
  const account = serverAccount();
  const place = preparePlace(directory, account);
  const binaries = findBinaries(place.private, account);

  const left = runningServer(place.data);
  if (left !== undefined) await supersede(left, place, directory, log);
  clearStaleLock(place.data);

  await ensureCluster(binaries.initdb, place.data, account);
  const child = await launch({ program: binaries.postgres, place, account, durable, log });
  const release = await claim(place.private, log);

  const closed = once(child, 'close');
  const stopNow = async (): Promise<void> => {
    await release();
    if (child.pid !== undefined) await stopServer(child.pid, place.data);
    await closed;
    if (readdirSync(place.private).length === 0) rmdirSync(place.private);
  };
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= stopNow());
  return { ...administrationOf(place.private), stop };
}

/**
 * Uses the server on `directory` that another run supervises, or starts one for as long as it is needed. For commands that
 * work beside `npm start` as well as without it.
 */
export async function usePostgres(options: StartOptions): Promise<PostgresServer> {
  const { data } = preparePlace(options.directory, serverAccount());
  if (runningServer(data) === undefined || !(await isSupervised(socketFolderOf(data))))
    return startPostgres(options);
  return { ...administrationOf(socketFolderOf(data)), stop: () => Promise.resolve() };
}
