import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
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

test('the service starts, answers, and stops on SIGTERM without an error', async () => {
  const child = start({ ...database(), PORT: '0', METRICS_PORT: '0' });
  const messages: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const { msg, port } = lineSchema.parse(JSON.parse(line));
    messages.push(msg);
    if (port === undefined) continue;
    expect((await fetch(`http://127.0.0.1:${port}/ready`)).status).toBe(200);
    child.kill('SIGTERM');
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
  const address = other.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
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
