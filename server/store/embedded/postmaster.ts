import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from '../error-code.ts';
import { PostgresError } from './postgres-error.ts';

/**
 * The process id of the PostgreSQL server that runs on a data folder, if one does. `postmaster.pid` names it on its
 * first line; after a power cut that number may belong to something else by now, so the command line is looked at too.
 */
export function runningServer(data: string): number | undefined {
  const lock = join(data, 'postmaster.pid');
  if (!existsSync(lock)) return undefined;
  const pid = Number.parseInt(readFileSync(lock, 'utf8'), 10);
  return isServerOn(pid, data) ? pid : undefined;
}

/** The folder of the socket that the server on `data` listens on: the fifth line of `postmaster.pid`. */
export function socketFolderOf(data: string): string {
  return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[4] ?? '';
}

/** Removes a lock that no living server holds: PostgreSQL itself trusts any living process of that number. */
export function clearStaleLock(data: string): void {
  if (runningServer(data) === undefined) rmSync(join(data, 'postmaster.pid'), { force: true });
}

function isServerOn(pid: number, data: string): boolean {
  return commandLine(pid).includes(data);
}

function commandLine(pid: number): string {
  if (!Number.isSafeInteger(pid) || pid <= 1) return '';
  if (process.platform === 'linux') {
    const file = `/proc/${pid}/cmdline`;
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }
  return spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout;
}

/**
 * Stops a server: first SIGINT (open transactions are rolled back, everything is written), after `patience` ms SIGQUIT
 * (recovers on the next start).
 * @throws PostgresError `server-does-not-stop`
 */
export async function stopServer(pid: number, data: string, patience = 10_000): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    send(pid, signal);
    if (await gone(pid, data, patience)) return;
  }
  throw new PostgresError(
    'server-does-not-stop',
    `The PostgreSQL server with process id ${pid} on ${data} does not stop.`,
    'End that process by hand.',
  );
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (cause) {
    if (errorCode(cause) !== 'ESRCH') throw cause;
  }
}

async function gone(pid: number, data: string, patience: number): Promise<boolean> {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    if (!isServerOn(pid, data)) return true;
    await pause(20);
  }
  return false;
}
