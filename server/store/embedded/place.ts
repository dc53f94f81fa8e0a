import { createHash } from 'node:crypto';
import { chownSync, existsSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type Account, canReach } from './account.ts';
import { PostgresError } from './postgres-error.ts';

/** Where one server keeps its things. */
export interface Place {
  /** PostgreSQL's data folder. */
  data: string;
  /**
   * Short, private to the server's account: the unix socket (whose path may have about 100 characters), and whatever the
   * account could not reach elsewhere.
   */
  private: string;
}

/**
 * Finds where the server for `directory` lives and makes the folders. The data lies in `directory`, unless the account
 * cannot reach it (root's checkout in a folder closed to others): then it lies in the private folder. Nobody's
 * permissions are changed.
 */
export function preparePlace(directory: string, account: Account | undefined): Place {
  const home = resolve(directory);
  const privateFolder = join(temporaryFolder(account), `be-inspired-${hash(home)}`);
  make(home);
  makePrivate(privateFolder, account);
  return { data: join(canReach(home, account) ? home : privateFolder, 'data'), private: privateFolder };
}

const hash = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 16);

function temporaryFolder(account: Account | undefined): string {
  const usable = [tmpdir(), '/tmp'].find((folder) => existsSync(folder) && canReach(folder, account));
  if (usable) return usable;
  throw new PostgresError(
    'no-temporary-folder',
    `The database runs as uid ${account?.uid}, which can reach neither ${tmpdir()} nor /tmp.`,
    'Set TMPDIR to a folder that every user may pass through.',
  );
}

/** Makes a folder that only the account can use. One that somebody else made there first is refused. */
export function makePrivate(folder: string, account: Account | undefined): void {
  if (!existsSync(folder)) {
    make(folder, 0o700);
    if (account) chownSync(folder, account.uid, account.gid);
  }
  const found = lstatSync(folder);
  const owner = account?.uid ?? process.getuid?.();
  if (found.isDirectory() && found.uid === owner && (found.mode & 0o077) === 0) return;
  throw new PostgresError(
    'folder-not-private',
    `${folder} belongs to uid ${found.uid} with mode ${(found.mode & 0o777).toString(8)}; the database needs it to belong to uid ${owner} with mode 700.`,
    'Remove that folder and start again.',
  );
}

function make(folder: string, mode = 0o755): void {
  try {
    mkdirSync(folder, { recursive: true, mode });
  } catch (cause) {
    throw new PostgresError(
      'folder-not-writable',
      `Cannot make the folder ${folder}: this user (uid ${process.getuid?.()}) may not write to ${dirname(folder)}.`,
      'Make it writable for this user, or start from a copy of the project that belongs to this user.',
      cause,
    );
  }
}
