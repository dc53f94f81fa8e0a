import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from './account.ts';
import type { Place } from './place.ts';
import { PostgresError } from './postgres-error.ts';
import { reachable } from './supervision.ts';

interface Launch {
  program: string;
  place: Place;
  account: Account | undefined;
  durable: boolean;
  log: (line: string) => void;
}

/** Milliseconds within which a server must answer; recovery after a crash can take a while. */
const patience = 60_000;

/**
 * Starts the server process and waits until it answers.
 * @throws PostgresError `server-does-not-start`, with what the server said
 */
export async function launch({ program, place, account, durable, log }: Launch): Promise<ChildProcess> {
  const args = [
    '-D',
    place.data,
    '-p',
    '5432',
    '-k',
    place.private,
    ...settings(durable).flatMap((setting) => ['-c', setting]),
  ];
  // In a session of its own, Ctrl-C at the terminal does not stop it under requests that are still being answered.
  const stdio: ('ignore' | 'pipe')[] = ['ignore', 'ignore', 'pipe'];
  const child = spawn(program, args, { ...account, cwd: place.data, detached: true, stdio });
  const said: string[] = [];
  if (child.stderr) {
    createInterface(child.stderr).on('line', (line) => {
      if (said.push(line) > 20) said.shift();
      log(line);
    });
  }
  const ended = once(child, 'exit');
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  try {
    await Promise.race([ended, untilReachable(place.private, hasEnded)]);
    if (!hasEnded()) return child;
  } catch (cause) {
    child.kill('SIGQUIT');
    await ended;
    throw cause;
  }
  throw notStarted(
    `PostgreSQL did not start on ${place.data}. It said:\n${said.join('\n')}\n`,
    'If the data is broken and not needed, remove that folder and start again.',
  );
}

const notStarted = (what: string, remedy: string): PostgresError =>
  new PostgresError('server-does-not-start', what, remedy);

const settings = (durable: boolean): string[] => [
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'max_connections=200',
  'shared_buffers=128MB',
  'jit=off',
  'timezone=UTC',
  'log_timezone=UTC',
  // Failed statements are reported by who sent them; here they would put customers' text into the log.
  'log_min_messages=log',
  ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
];

/** @throws PostgresError if it lives but does not answer in time */
async function untilReachable(socketFolder: string, ended: () => boolean): Promise<void> {
  const end = Date.now() + patience;
  while (!ended() && !(await reachable(socketFolder))) {
    if (Date.now() > end) throw notStarted('PostgreSQL did not answer within a minute.', 'Start again.');
    await pause(10);
  }
}
