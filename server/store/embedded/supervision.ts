import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { errorCode } from '../error-code.ts';
import { socketUrl } from './administration.ts';
import { superuser } from './cluster.ts';
import type { Place } from './place.ts';
import { PostgresError } from './postgres-error.ts';
import { socketFolderOf, stopServer } from './postmaster.ts';

/**
 * Who supervises a server holds this lock on a connection of its own. It goes away with the process, however that ends,
 * which no file and no process id does.
 */
const supervisorLock = 7_239_461;

const connect = async (socketFolder: string): Promise<Client> => {
  const client = new Client({ connectionString: socketUrl(socketFolder, 'postgres', superuser) });
  // It breaks when the server is stopped; what is asked of it then fails, and nothing else may end with it.
  client.on('error', () => undefined);
  await client.connect();
  return client;
};

/** Whether a server takes connections on this socket. */
export async function reachable(socketFolder: string): Promise<boolean> {
  try {
    await (await connect(socketFolder)).end();
    return true;
  } catch (cause) {
    if (notUpYet.includes(errorCode(cause) ?? '')) return false;
    throw cause;
  }
}

/** No socket yet, nobody at it, gone while connecting, or starting up and stopping (57P03). */
const notUpYet = ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P03'];

/** Becomes the supervisor of the server on this socket; returns how to cease to be. */
export async function claim(socketFolder: string, log: (line: string) => void): Promise<() => Promise<void>> {
  const client = await connect(socketFolder);
  // The connection breaks when the server is stopped from outside; what uses the database notices by itself.
  client.on('error', (error) => log(`supervisor: ${error.message}`));
  await client.query('select pg_advisory_lock($1)', [supervisorLock]);
  return () => client.end();
}

/**
 * Stops a server that nobody supervises any more.
 * @throws PostgresError `already-running` when somebody does
 */
export async function supersede(
  pid: number,
  place: Place,
  directory: string,
  log: (line: string) => void,
): Promise<void> {
  if (await isSupervised(socketFolderOf(place.data))) {
    throw new PostgresError(
      'already-running',
      `The database in ${directory} is in use by another run (PostgreSQL has process id ${pid}).`,
      'Stop that run first (Ctrl-C in its terminal).',
    );
  }
  log(`supervisor: a killed run left PostgreSQL (process id ${pid}) running; stopping it`);
  await stopServer(pid, place.data);
}

/** Whether a living process supervises the server on this socket. */
export async function isSupervised(socketFolder: string): Promise<boolean> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await reachable(socketFolder)) break;
    await pause(25);
  }
  const client = await connectOrNothing(socketFolder);
  if (!client) return false;
  const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [
    supervisorLock,
  ]);
  await client.end();
  return rows[0]?.free !== true;
}

async function connectOrNothing(socketFolder: string): Promise<Client | undefined> {
  return (await reachable(socketFolder)) ? connect(socketFolder) : undefined;
}
