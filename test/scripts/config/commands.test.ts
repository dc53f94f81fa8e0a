import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPublished } from '../../../server/content/index.ts';
import { item, rule } from '../../support/content.ts';
import { type Operator, operatorOn } from '../../support/operator.ts';
import { freshStore, type TestStore } from '../../support/postgres.ts';

let fixture: TestStore;
let orgId: string;
let folder: string;
let run: Operator;

beforeAll(async () => {
  fixture = await freshStore();
  run = operatorOn(fixture);
  orgId = await fixture.addOrganization({ environment: 'local' });
  folder = mkdtempSync(join(tmpdir(), 'be-inspired-commands-'));
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await fixture.close();
});

function write(name: string, set: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(set));
  return path;
}

const liveIds = async (): Promise<string[]> =>
  (await readPublished(fixture.store, orgId)).items.map(({ id }) => id);

describe('config:publish', () => {
  test('publishes for the local org, says what changed, and changes nothing the second time', async () => {
    const path = write('set.json', { items: [item('a'), item('sample', { origin: 'demo' })] });
    const first = await run('config/publish.ts', path);
    expect(first).toEqual({ code: 0, said: 'Publication 1 is live.\n  added item a\n  added item sample\n' });
    const second = await run('config/publish.ts', path, '--org', orgId);
    expect(second).toEqual({
      code: 0,
      said: 'Nothing to publish: all of it is live since publication 1.\n',
    });
  });

  test('names every fault by place, applies nothing and fails', async () => {
    const path = write('wrong.json', {
      items: [item('new'), item('bad', { title: '' })],
      rules: [rule('r', { itemIds: ['nothing'] })],
    });
    const { code, said } = await run('config/publish.ts', path);
    expect(code).toBe(1);
    expect(said).toContain('Nothing was applied.');
    expect(said).toContain('  items[1].title: Too small');
    expect(said).toContain('  rules[0].itemIds[0]: there is no item "nothing"');
    expect(await liveIds()).not.toContain('new');
  });

  test.each([
    ['without a file', [], 'Name one file or folder: npm run config:publish'],
    [
      'for an org that is not registered',
      ['set.json', '--org', '00DTEST99999999999'],
      'is not registered here',
    ],
  ])('%s says so and fails', async (_what, args, complaint) => {
    const [file, ...options] = args;
    const { code, said } = await run('config/publish.ts', ...(file ? [join(folder, file)] : []), ...options);
    expect(code).toBe(1);
    expect(said).toContain(complaint);
  });
});

describe('config:remove', () => {
  test('takes a shipped set out and leaves the rest', async () => {
    const { code, said } = await run('config/remove.ts', 'demo');
    expect({ code, said }).toEqual({
      code: 0,
      said: 'Publication 2 is live without the demo set.\n  retired item sample\n',
    });
    expect(await liveIds()).toEqual(['a']);
  });
});

describe('erase', () => {
  test('asks for what to erase before it erases anything', async () => {
    const { code, said } = await run('operations/erase.ts', '--whole-org');
    expect(code).toBe(1);
    expect(said).toContain('Say what to erase');
    expect(await liveIds()).toEqual(['a']);
  });

  test.each([
    ['an id that is none', ['--person', 'Helena Brandt'], 'is no 18-character id'],
    ['a name that many have', ['--person', '003000000000001AAA', '--name', 'Jo'], 'is too short'],
  ])('refuses %s', async (_what, args, complaint) => {
    const { code, said } = await run('operations/erase.ts', ...args);
    expect(code).toBe(1);
    expect(said).toContain(complaint);
  });

  test('erases a person by id and names', async () => {
    const args = ['--person', '003000000000001AAA', '--name', 'Helena Brandt', '--name', 'Helena'];
    expect(await run('operations/erase.ts', ...args)).toEqual({
      code: 0,
      said: `003000000000001AAA is erased from ${orgId}: 0 row(s).\n`,
    });
  });

  test('erases an org with everything of it', async () => {
    const other = await fixture.addOrganization();
    const { code, said } = await run('operations/erase.ts', '--whole-org', '--org', other);
    expect({ code, said }).toEqual({ code: 0, said: `Everything of ${other} is erased.\n` });
    expect((await fixture.registry.list()).map((organization) => organization.orgId)).toEqual([orgId]);
  });
});
