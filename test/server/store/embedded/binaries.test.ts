import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, lstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBinaries, installedFolder } from '../../../../server/store/embedded/binaries.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'be-inspired-binaries-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

test('programs that run where npm put them are used there', () => {
  expect(findBinaries(folder, undefined).postgres).toBe(join(installedFolder(), 'bin', 'postgres'));
});

/** Time zones, dictionaries and static libraries are not what this is about, and slow to copy. */
const isNeeded = (path: string): boolean =>
  !lstatSync(path).isSymbolicLink() && !path.endsWith('.a') && !path.includes('/share/');

test('an installation without its script, so without links and execute bits, is completed in a private copy', () => {
  const installed = join(folder, 'installed');
  cpSync(installedFolder(), installed, {
    recursive: true,
    filter: isNeeded,
  });
  for (const program of ['initdb', 'postgres']) chmodSync(join(installed, 'bin', program), 0o644);
  const privateFolder = join(folder, 'private');
  mkdirSync(privateFolder);

  const { initdb, postgres } = findBinaries(privateFolder, undefined, installed);
  expect(postgres).toBe(join(privateFolder, 'native', 'bin', 'postgres'));
  for (const program of [initdb, postgres])
    expect(spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout).toContain('18.');
});

test('programs that cannot be made to run are reported with the way out', () => {
  const broken = join(folder, 'broken');
  cpSync(join(installedFolder(), 'bin'), join(broken, 'bin'), { recursive: true });
  cpSync(join(installedFolder(), 'pg-symlinks.json'), join(broken, 'pg-symlinks.json'));
  mkdirSync(join(broken, 'lib'));
  expect(() => findBinaries(join(folder, 'other'), undefined, broken)).toThrow(
    /do not run on this machine.*DATABASE_URL/s,
  );
});
