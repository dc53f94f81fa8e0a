import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { runningServer } from '../../server/store/embedded/postmaster.ts';
import { makeRunFolder, removeRunFolder, sweepRunFolders } from './run-folder.ts';

const holdServer = fileURLToPath(new URL('../server/store/embedded/hold-server.ts', import.meta.url));

let parent: string;

beforeEach(() => {
  parent = makeRunFolder();
});

afterEach(() => removeRunFolder(parent));

/** A folder of a process that has ended. */
function abandonedFolder(): string {
  const { pid } = spawnSync(process.execPath, ['--version']);
  const folder = join(parent, `be-inspired-test-${pid}-abc`);
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  return folder;
}

test('the server and the folder of a killed run go away', async () => {
  const folder = abandonedFolder();
  const holder = spawn(process.execPath, [holdServer, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(createInterface(holder.stdout), 'line');
  holder.kill('SIGKILL');
  await once(holder, 'close');
  expect(runningServer(join(folder, 'data'))).toBeDefined();

  await sweepRunFolders(parent);
  expect(readdirSync(parent)).toEqual([]);
});

test('the folder of a living run and folders of others stay', async () => {
  const own = makeRunFolder(parent);
  const other = join(parent, 'be-inspired-something');
  mkdirSync(other);
  await sweepRunFolders(parent);
  expect([own, other].filter((path) => existsSync(path))).toEqual([own, other]);
});
