import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { z } from 'zod';
import { serverAccount } from '../../../../server/store/embedded/account.ts';
import { preparePlace } from '../../../../server/store/embedded/place.ts';
import { type PostgresServer, startPostgres, usePostgres } from '../../../../server/store/index.ts';

const holdServer = fileURLToPath(new URL('hold-server.ts', import.meta.url));
const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65534, gid: 65534 };

/** Made once: a first start takes longest. Each test leaves it stopped. */
let directory: string;
const folders: string[] = [];
let servers: PostgresServer[] = [];
let processes: ChildProcess[] = [];

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'be-inspired-recovery-'));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

beforeAll(() => {
  directory = makeFolder();
});

afterEach(async () => {
  for (const server of servers) await server.stop();
  for (const process of processes) process.kill('SIGKILL');
  servers = [];
  processes = [];
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const start = async (where = directory): Promise<PostgresServer> => {
  const server = await startPostgres({ directory: where, log: () => undefined, durable: false });
  servers.push(server);
  return server;
};

/** Another process that starts a server; what it said, and how to kill it. */
async function holder(where: string, account = {}) {
  const child = spawn(process.execPath, [holdServer, where], {
    ...account,
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: '/',
  });
  processes.push(child);
  const [line] = z.tuple([z.string()]).parse(await once(createInterface(child.stdout), 'line'));
  const said = z.object({ url: z.string().optional(), error: z.string().optional() }).parse(JSON.parse(line));
  const kill = async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { ...said, kill };
}

async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(text);
    return rows.flatMap((row) => Object.values(row));
  } finally {
    await client.end();
  }
}

describe('a server', () => {
  test('keeps its data and its address over a restart', async () => {
    const first = await start();
    await ask(first.url('postgres'), 'create table kept as select 7 as n');
    await first.stop();
    const second = await start();
    expect(second.url('postgres')).toBe(first.url('postgres'));
    expect(await ask(second.url('postgres'), 'select n from kept')).toEqual([7]);
  });

  test('listens on no network address', async () => {
    const server = await start();
    expect(await ask(server.url('postgres'), 'show listen_addresses')).toEqual(['']);
  });

  test('writes no statement into its log, not even one that fails', async () => {
    const lines: string[] = [];
    const server = await startPostgres({ directory, log: (line) => lines.push(line), durable: false });
    servers.push(server);
    await expect(ask(server.url('postgres'), "select 'Helena Brandt'::int")).rejects.toThrow(
      /invalid input syntax/,
    );
    await server.stop();
    expect(lines.join('\n')).toContain('database system is shut down');
    expect(lines.join('\n')).not.toContain('Helena');
  });

  test('that a killed run left behind is replaced, with what it had committed', async () => {
    const killed = await holder(directory);
    await ask(killed.url ?? '', 'create table committed as select 7 as n');
    await killed.kill();
    const server = await start();
    expect(await ask(server.url('postgres'), 'select n from committed')).toEqual([7]);
  });

  test('that another run uses is refused, naming the remedy', async () => {
    await start();
    const second = await holder(directory);
    expect(second.error).toMatch(
      /in use by another run \(PostgreSQL has process id \d+\)\. Stop that run first/,
    );
  });

  test('that another run uses can be used by a command, which does not stop it', async () => {
    const server = await start();
    const used = await usePostgres({ directory, log: () => undefined });
    await used.stop();
    expect(await ask(server.url('postgres'), 'select 1')).toEqual([1]);
  });

  test('starts in spite of a lock whose process id belongs to something else by now', async () => {
    const server = await start();
    await server.stop();
    const lock = join(directory, 'data', 'postmaster.pid');
    writeFileSync(lock, `${process.pid}\n${join(directory, 'data')}\n0\n5432\n/tmp\n`);
    await start();
    expect(readFileSync(lock, 'utf8')).not.toMatch(new RegExp(`^${process.pid}\n`));
  });

  test('starts in spite of a first start that was killed half-way', async () => {
    const fresh = makeFolder();
    const halfMade = join(fresh, 'data.new-999999999');
    mkdirSync(halfMade);
    writeFileSync(join(halfMade, 'PG_VERSION'), '18\n');
    await start(fresh);
    expect(existsSync(halfMade)).toBe(false);
  });

  test('makes databases and roles once', async () => {
    const server = await start();
    await server.createDatabase('one', { owner: 'some_owner' });
    await server.createDatabase('one', { owner: 'some_owner' });
    await ask(server.url('one', 'some_owner'), 'create table mine (id int)');
    expect(await ask(server.url('one'), "select tableowner from pg_tables where tablename = 'mine'")).toEqual(
      ['some_owner'],
    );
  });
});

describe('a folder', () => {
  test('that this user may not write to is named', async () => {
    const closed = join(directory, 'closed');
    mkdirSync(closed, { mode: 0o555 });
    const refused = await holder(join(closed, 'state'), isRoot ? nobody : {});
    expect(refused.error).toContain(`Cannot make the folder ${join(closed, 'state')}`);
    expect(refused.error).toContain('Make it writable for this user');
  });

  test('closed to others is used by root all the same, its permissions unchanged', async () => {
    const closed = makeFolder();
    chmodSync(closed, 0o700);
    const state = join(closed, 'state');
    const server = await start(state);
    folders.push(server.socketFolder);
    await ask(server.url('postgres'), 'create table kept as select 7 as n');
    await server.stop();
    const again = await start(state);
    expect(await ask(again.url('postgres'), 'select n from kept')).toEqual([7]);
    expect(existsSync(join(state, 'data'))).toBe(!isRoot);
    expect(statSync(closed).mode & 0o777).toBe(0o700);
  });

  test('that somebody else made where the private one belongs is refused', () => {
    const fresh = makeFolder();
    const place = preparePlace(fresh, serverAccount());
    folders.push(place.private);
    chmodSync(place.private, 0o777);
    expect(() => preparePlace(fresh, serverAccount())).toThrow(/with mode 777.*Remove that folder/);
  });
});
