import { chmodSync, existsSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverAccount } from '../../server/store/embedded/account.ts';
import { preparePlace } from '../../server/store/embedded/place.ts';
import { runningServer, stopServer } from '../../server/store/embedded/postmaster.ts';

const named = /^be-inspired-test-(\d+)-/;

/** A folder for what lives as long as this process, PostgreSQL's data above all; its name says whose it is. */
export function makeRunFolder(parent = tmpdir()): string {
  const folder = mkdtempSync(join(parent, `be-inspired-test-${process.pid}-`));
  // PostgreSQL runs as another account if this process is root's.
  chmodSync(folder, 0o755);
  return folder;
}

/** Ends the servers and removes the folders of this user's runs that were killed: those whose process is gone. */
export async function sweepRunFolders(parent = tmpdir()): Promise<void> {
  const left = readdirSync(parent).filter((name) => {
    const owner = named.exec(name)?.[1];
    return owner !== undefined && !isAlive(Number(owner)) && isOwn(join(parent, name));
  });
  for (const name of left) await removeRunFolder(join(parent, name));
}

/** Removes a folder with whatever PostgreSQL kept in it or, out of reach of its account, beside it. */
export async function removeRunFolder(folder: string): Promise<void> {
  for (const home of [folder, join(folder, 'postgres')].filter((path) => existsSync(path))) {
    const place = preparePlace(home, serverAccount());
    const server = runningServer(place.data);
    if (server !== undefined) await stopServer(server, place.data);
    rmSync(place.private, { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
}

const isOwn = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.uid === process.getuid?.();

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}
