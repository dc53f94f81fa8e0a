import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { runningServer } from '../../server/store/embedded/postmaster.ts';
import { cuttable } from '../support/cuttable-database.ts';
import { freshStore, type TestStore } from '../support/postgres.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

let storage: TestStore;

beforeAll(async () => {
  storage = await freshStore();
});

afterAll(() => storage.close());

const start = (environment: Record<string, string>) =>
  spawn(process.execPath, ['server/main.ts'], { cwd: project, env: { PATH: '/usr/bin', ...environment } });

const database = () => ({
  DATABASE_URL: storage.connections.url,
  DATABASE_OWNER_URL: storage.connections.ownerUrl,
});

const lineSchema = z.object({ msg: z.string(), port: z.number().optional() });

const portOf = (server: { address(): unknown }): string =>
  String(z.object({ port: z.number() }).parse(server.address()).port);

test('the service starts, answers, and stops on SIGTERM without an error; further signals change nothing', async () => {
  const child = start({ ...database(), PORT: '0', METRICS_PORT: '0' });
  const messages: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const { msg, port } = lineSchema.parse(JSON.parse(line));
    messages.push(msg);
    if (port === undefined) continue;
    expect((await fetch(`http://127.0.0.1:${port}/ready`)).status).toBe(200);
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGTERM'] as const) child.kill(signal);
  }
  expect(messages.filter((message) => message !== 'Answered')).toEqual([
    'Listening',
    'Asked to stop',
    'Stopping: requests in flight finish',
    'Stopped',
  ]);
  expect(await exitOf(child)).toBe(0);
});

const exitOf = async (child: ReturnType<typeof start>): Promise<number | null> =>
  child.exitCode ?? (await once(child, 'exit').then(() => child.exitCode));

test('a port that is in use is one clear line, and nothing is left running', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const port = portOf(other);
  const child = start({ ...database(), PORT: port, METRICS_PORT: '0' });
  const said = await text(child.stderr);
  expect(said).toContain(`EADDRINUSE: address already in use 127.0.0.1:${port}`);
  expect(said).toContain('Set PORT or METRICS_PORT to a free port');
  expect(await exitOf(child)).toBe(1);
  other.close();
});

test('wrong settings stop it before anything is opened', async () => {
  const child = start({ PORT: 'many', LOG_LEVEL: 'loud' });
  expect(await text(child.stderr)).toContain('The settings have 2 fault(s)');
  expect(await exitOf(child)).toBe(1);
});

describe('with the built-in PostgreSQL', () => {
  let directory: string;
  let data: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'be-inspired-main-'));
    chmodSync(directory, 0o755);
    data = join(directory, 'postgres', 'data');
  });

  afterEach(() => rmSync(directory, { recursive: true }));

  const expectStopped = (): void => {
    expect(existsSync(join(data, 'PG_VERSION'))).toBe(true);
    expect(runningServer(data)).toBeUndefined();
  };

  test('a start that fails stops it again', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const child = start({ STATE_DIR: directory, PORT: portOf(other), METRICS_PORT: '0' });
    expect(await text(child.stderr)).toContain('EADDRINUSE');
    expect(await exitOf(child)).toBe(1);
    expectStopped();
    other.close();
  });

  test('a signal that comes while it starts stops it too', async () => {
    const child = start({ STATE_DIR: directory, PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'debug' });
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.includes('ready to accept connections')) child.kill('SIGTERM');
    });
    expect(await exitOf(child)).toBe(0);
    expectStopped();
  });
});

describe('with a database that is silent', () => {
  test('a signal that comes while the service starts ends it, as nothing is wrong', async () => {
    const silent = createTcpServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const url = `postgres://app_user@127.0.0.1:${portOf(silent)}/be_inspired`;
    const child = start({ DATABASE_URL: url, DATABASE_OWNER_URL: url, PORT: '0', METRICS_PORT: '0' });
    silent.once('connection', () => child.kill('SIGTERM'));
    expect(await text(child.stderr)).toBe('Asked to stop by SIGTERM before it listened.\n');
    expect(await exitOf(child)).toBe(0);
    silent.close();
  });

  test('the service stops all the same', async () => {
    const path = await cuttable(storage.connections.url);
    const child = start({ ...database(), DATABASE_URL: path.url, PORT: '0', METRICS_PORT: '0' });
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (lineSchema.parse(JSON.parse(line)).msg !== 'Listening') return;
      path.silence();
      child.kill('SIGTERM');
    });
    expect(await exitOf(child)).toBe(0);
    await path.close();
  });
});
