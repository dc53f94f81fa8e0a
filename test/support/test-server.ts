import { readdirSync, readFileSync } from 'node:fs';
import { Client } from 'pg';
import { type PostgresServer, prepareBuiltIn, startPostgres } from '../../server/store/index.ts';
import { socketVariable, testDatabasePrefix } from './postgres.ts';
import { makeRunFolder, removeRunFolder, sweepRunFolders } from './run-folder.ts';

/** Set for the run and inherited by every process that it starts. */
const runVariable = 'BE_INSPIRED_TEST_RUN';

let running: { server: PostgresServer; directory: string } | undefined;

export async function startTestServer(): Promise<void> {
  await sweepRunFolders();
  const directory = makeRunFolder();
  process.env[runVariable] = directory;
  const server = await startPostgres({ directory, log: () => undefined, durable: false });
  await prepareBuiltIn(server);
  process.env[socketVariable] = server.socketFolder;
  running = { server, directory };
}

/** @throws Error naming what tests left behind */
export async function stopTestServer(): Promise<void> {
  if (!running) return;
  const { server, directory } = running;
  const databases = await leakedDatabases(server);
  await server.stop();
  await removeRunFolder(directory);
  const servers = leakedServers(directory);
  if (databases.length + servers.length === 0) return;
  throw new Error(
    `Left behind by tests: databases ${databases.join(', ')}; PostgreSQL servers ${servers.join(', ')}`,
  );
}

async function leakedDatabases(server: PostgresServer): Promise<string[]> {
  const client = new Client({ connectionString: server.url('postgres') });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1)',
    [testDatabasePrefix],
  );
  await client.end();
  return rows.map((row) => row.datname);
}

/** Process ids of PostgreSQL servers started by this run that are still there. Linux tells; elsewhere none are found. */
function leakedServers(directory: string): string[] {
  if (process.platform !== 'linux') return [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => {
    try {
      const isServer = readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
      return isServer && readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`${runVariable}=${directory}`);
    } catch {
      return false; // ended meanwhile, or belongs to somebody else
    }
  });
}
