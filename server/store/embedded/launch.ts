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
  const answers = untilReachable(place.private, () => child.exitCode !== null);
  await Promise.race([ended, answers]);
  if (child.exitCode === null && (await answers)) return child;
  child.kill('SIGQUIT');
  throw new PostgresError(
    'server-does-not-start',
    `PostgreSQL did not start on ${place.data}. It said:\n${said.join('\n')}\n`,
    'If the data is broken and not needed, remove that folder and start again.',
  );
}

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

async function untilReachable(socketFolder: string, ended: () => boolean): Promise<boolean> {
  const end = Date.now() + patience;
  while (Date.now() < end && !ended()) {
    if (await reachable(socketFolder)) return true;
    await pause(10);
  }
  return false;
}
