import { execFile } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { errorCode } from '../error-code.ts';
import type { Account } from './account.ts';
import { PostgresError } from './postgres-error.ts';
import { makePrivate } from './place.ts';

/** The role that owns the embedded server itself. Only the supervisor uses it. */
export const superuser = 'postgres';

const run = promisify(execFile);

/**
 * Makes the data folder unless it is there. It is made under another name and then renamed, so that a start that was
 * killed half-way leaves nothing that looks like a database.
 */
export async function ensureCluster(
  initdb: string,
  data: string,
  account: Account | undefined,
): Promise<void> {
  if (existsSync(join(data, 'PG_VERSION'))) return;
  removeHalfMade(data);
  const draft = `${data}.new-${process.pid}`;
  makePrivate(draft, account);
  // The built-in UTF-8 locale sorts the same way on every machine.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const args = ['-D', draft, '-U', superuser, '--auth=trust', '--no-instructions', '--no-sync', ...locale];
  try {
    await run(initdb, args, { ...account, cwd: draft });
  } catch (cause) {
    throw new PostgresError(
      'database-not-made',
      `initdb could not make a database in ${draft}: ${cause instanceof Error ? cause.message.trim() : String(cause)}`,
      'Check that the disk has 100 MB free.',
      cause,
    );
  }
  renameSync(draft, data);
}

function removeHalfMade(data: string): void {
  for (const name of readdirSync(dirname(data))) {
    const maker = new RegExp(`^${basename(data)}\\.new-(\\d+)$`).exec(name)?.[1];
    if (maker && !isAlive(Number(maker))) rmSync(join(dirname(data), name), { recursive: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    return errorCode(cause) === 'EPERM';
  }
}
