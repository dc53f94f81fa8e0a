import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishConfiguration, readCadenceLibrary } from '../../../server/content/index.ts';
import { cadenceInput } from '../../support/cadences.ts';
import { type Operator, operatorOn } from '../../support/operator.ts';
import { freshStore, type TestStore } from '../../support/postgres.ts';

let fixture: TestStore;
let run: Operator;
let from: string;
let to: string;
let folder: string;

beforeAll(async () => {
  fixture = await freshStore();
  run = operatorOn(fixture);
  [from, to] = [await fixture.addOrganization(), await fixture.addOrganization()];
  folder = mkdtempSync(join(tmpdir(), 'be-inspired-cadences-'));
  const owner = { by: 'user' as const, userId: '005000000000001AAA' };
  const cadences = [cadenceInput({ id: 'grow', steps: [{ id: 'call', owner }] })];
  await publishConfiguration(fixture.store, from, 'test', { cadences }, 'test');
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await fixture.close();
});

const libraryOf = async (orgId: string) =>
  (await fixture.store.inTenant(orgId, (tenant) => readCadenceLibrary(tenant, orgId))).cadences.map(
    ({ cadence }) => cadence,
  );

test('what one org exports another imports, and hears what could not come along', async () => {
  const path = join(folder, 'cadences.json');
  expect(await run('cadences/main.ts', 'export', path, '--org', from)).toEqual({
    code: 0,
    said: `Cadences in ${path}: 1.\n`,
  });
  const { code, said } = await run('cadences/main.ts', 'import', path, '--org', to);
  expect(code).toBe(0);
  expect(said).toContain('1 of 1 cadences, 1 changed; publication 1.');
  expect(said).toContain(
    'not carried over: cadences[0].steps[0].owner: the user 005000000000001AAA is of another org',
  );
  const [exported] = await libraryOf(from);
  const steps = exported?.steps.map((step) => ({ ...step, owner: { by: 'recordOwner' } }));
  expect(await libraryOf(to)).toEqual([{ ...exported, steps }]);
});

test.each([
  ['is no JSON', '{', 'faulty.json: Expected property name'],
  ['is no file of cadences', '{"format":"be-inspired/cadences"}', 'faulty.json: version: Invalid input'],
])('a file that %s is named with the place, and nothing is applied', async (_what, content, complaint) => {
  const before = await libraryOf(to);
  const path = join(folder, 'faulty.json');
  writeFileSync(path, content);
  const { code, said } = await run('cadences/main.ts', 'import', path, '--org', to);
  expect(code).toBe(1);
  expect(said).toContain('Nothing was applied.');
  expect(said).toContain(complaint);
  expect(await libraryOf(to)).toEqual(before);
});

test('an export that is asked for without a file says how', async () => {
  const { code, said } = await run('cadences/main.ts', 'export');
  expect(code).toBe(1);
  expect(said).toContain('npm run cadences -- export|import <file.json>');
});
