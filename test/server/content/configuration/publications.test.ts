import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  changesSince,
  type ConfigurationSet,
  publishConfiguration,
  readAdministration,
  readChanges,
  readItem,
  readPublished,
  rollBack,
} from '../../../../server/content/index.ts';
import { item, rule, stage } from '../../../support/content.ts';
import { freshStore, type TestStore } from '../../../support/postgres.ts';

const userId = '005TEST00000000001';

let fixture: TestStore;
let orgId: string;

beforeAll(async () => {
  fixture = await freshStore();
});

afterAll(() => fixture.close());

beforeEach(async () => {
  orgId = await fixture.addOrganization();
});

const publish = (set: ConfigurationSet, note = '') =>
  publishConfiguration(fixture.store, orgId, userId, set, note);

const titles = async (): Promise<string[]> =>
  (await readPublished(fixture.store, orgId)).items.map(
    ({ id, title, version }) => `${id} ${version} ${title}`,
  );

describe('a publication', () => {
  test('is numbered per org, with who, when, why and the exact changes', async () => {
    await publish({ items: [item('a'), item('b')], stages: [stage('Prospecting')] }, 'first');
    const { publication } = await publish({ items: [item('a', { title: 'A' }), item('c')] }, 'second');
    expect(publication).toBe(2);
    expect(await readChanges(fixture.store, orgId, 1)).toEqual([
      { kind: 'item', key: 'a', version: 1, retired: false },
      { kind: 'item', key: 'b', version: 1, retired: false },
      { kind: 'stage', key: '*:Prospecting', version: 1, retired: false },
    ]);
    expect(await readChanges(fixture.store, orgId, 2)).toEqual([
      { kind: 'item', key: 'a', version: 2, retired: false },
      { kind: 'item', key: 'c', version: 1, retired: false },
    ]);
    const { publications } = await readAdministration(fixture.store, orgId);
    expect(publications).toMatchObject([
      { number: 2, publishedBy: userId, note: 'second', rolledBackTo: null },
      { number: 1, publishedBy: userId, note: 'first', rolledBackTo: null },
    ]);
    expect(publications[0]?.publishedAt.getTime()).toBeGreaterThanOrEqual(
      publications[1]?.publishedAt.getTime() ?? NaN,
    );
  });

  test('leaves out what it repeats, in whatever order it is written', async () => {
    const tags = { phase: ['buying'], industry: ['a', 'b'] };
    await publish({ items: [item('a', { tags })] });
    const reordered = { ...item('a', { tags: { industry: ['a', 'b'], phase: ['buying'] } }) };
    const repeated = await publish({ items: [Object.fromEntries(Object.entries(reordered).reverse())] });
    expect(repeated).toMatchObject({ publication: 1, changes: [] });
    expect((await readAdministration(fixture.store, orgId)).publications).toHaveLength(1);
  });

  test('of which only the text changed is a change', async () => {
    await publish({ items: [item('a', { body: 'One.' })] });
    await publish({ items: [item('a', { body: 'Two.' })] });
    expect(await readItem(fixture.store, orgId, 'a')).toMatchObject({ version: 2, item: { body: 'Two.' } });
  });

  test('is written into the audit in the same transaction', async () => {
    await publish({ items: [item('a')] });
    const audit = await fixture.store.inTenant(orgId, (tenant) =>
      tenant.selectFrom('audit').select(['user_id', 'action', 'detail']).execute(),
    );
    expect(audit).toEqual([
      {
        user_id: userId,
        action: 'configuration.publish',
        detail: { publication: 1, changes: 1, rolledBackTo: null },
      },
    ]);
  });

  test('is not seen by another org, whose numbers begin at 1', async () => {
    await publish({ items: [item('a')] });
    const other = await fixture.addOrganization();
    expect(await readItem(fixture.store, other, 'a')).toBeUndefined();
    expect(await readPublished(fixture.store, other)).toMatchObject({ publication: 0, items: [] });
    const { publication } = await publishConfiguration(
      fixture.store,
      other,
      userId,
      { items: [item('a')] },
      '',
    );
    expect(publication).toBe(1);
  });

  test('for an org that is not registered is refused', async () => {
    const unknown = publishConfiguration(fixture.store, '00DTEST99999999999', userId, { items: [] }, '');
    await expect(unknown).rejects.toMatchObject({ code: 'organizationUnknown' });
  });

  test('by several admins at the same time come one after the other, none lost', async () => {
    const keys = ['a', 'b', 'c', 'd', 'e'];
    const results = await Promise.all(keys.map((key) => publish({ items: [item(key)] })));
    expect(results.map(({ publication }) => publication).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(await titles()).toEqual(keys.map((key) => `${key} 1 Title of ${key}`));
  });

  test('takes an item out with its text still in the history', async () => {
    await publish({ items: [item('a', { title: 'A' })] });
    await publish({ retire: [{ kind: 'item', key: 'a' }] });
    expect(await readItem(fixture.store, orgId, 'a')).toBeUndefined();
    expect(await titles()).toEqual([]);
    const { changes } = await publish({ items: [item('a', { title: 'B' })] });
    expect(changes).toEqual([{ kind: 'item', key: 'a', what: 'restored' }]);
    expect(await titles()).toEqual(['a 2 B']);
  });
});

describe('an item', () => {
  test('is listed without its text, but with whether blanks are open', async () => {
    await publish({
      items: [item('open', { body: 'Costs [[your figure]].' }), item('ready', { body: 'Costs 5.' })],
    });
    const { items } = await readPublished(fixture.store, orgId);
    expect(items.map(({ id, openBlanks }) => [id, openBlanks])).toEqual([
      ['open', true],
      ['ready', false],
    ]);
    expect(items.some((listed) => 'body' in listed)).toBe(false);
  });

  test('is read with its text', async () => {
    const written = item('a', { body: 'Text with "quotes", ünïcödé and 🚚.' });
    await publish({ items: [written] });
    expect(await readItem(fixture.store, orgId, 'a')).toMatchObject({ version: 1, item: written });
  });
});

describe('rolling back', () => {
  test('is a new publication that points to the former versions and retires what came later', async () => {
    await publish({ items: [item('a', { title: 'A1' }), item('b')] });
    await publish({ items: [item('a', { title: 'A2' }), item('c')], retire: [{ kind: 'item', key: 'b' }] });
    const result = await rollBack(fixture.store, { orgId, userId, note: 'too early' }, 1);
    expect(result).toEqual({
      publication: 3,
      revision: 3,
      changes: [
        { kind: 'item', key: 'a', what: 'changed' },
        { kind: 'item', key: 'b', what: 'restored' },
        { kind: 'item', key: 'c', what: 'retired' },
      ],
    });
    expect(await titles()).toEqual(['a 1 A1', 'b 1 Title of b']);
    expect((await readAdministration(fixture.store, orgId)).publications[0]).toMatchObject({
      number: 3,
      rolledBackTo: 1,
      note: 'too early',
    });
  });

  test('can be rolled back, and the next change gets a version of its own', async () => {
    await publish({ items: [item('a', { title: 'A1' })] });
    await publish({ items: [item('a', { title: 'A2' })] });
    await rollBack(fixture.store, { orgId, userId, note: '' }, 1);
    await rollBack(fixture.store, { orgId, userId, note: '' }, 2);
    expect(await titles()).toEqual(['a 2 A2']);
    await publish({ items: [item('a', { title: 'A3' })] });
    expect(await titles()).toEqual(['a 3 A3']);
  });

  test.each([
    ['a publication that does not exist', 7, 'publicationUnknown'],
    ['publication 0', 0, 'publicationUnknown'],
    ['what is live already', 2, 'nothingToPublish'],
  ])('to %s is refused', async (_what, to, code) => {
    await publish({ items: [item('a')] });
    await publish({ items: [item('b')] });
    await expect(rollBack(fixture.store, { orgId, userId, note: '' }, to)).rejects.toMatchObject({ code });
  });

  test('after somebody else published is refused', async () => {
    await publish({ items: [item('a')] });
    const seen = await publish({ items: [item('b')] });
    await publish({ items: [item('c')] });
    const late = rollBack(fixture.store, { orgId, userId, note: '' }, 1, seen.revision);
    await expect(late).rejects.toMatchObject({ code: 'configurationChanged', status: 409 });
  });
});

describe('changes since a publication', () => {
  test('are the entries as they are now, and the names of those that are gone', async () => {
    await publish({ items: [item('a'), item('b'), item('c')], rules: [rule('r', { itemIds: ['a'] })] });
    await publish({ items: [item('a', { title: 'A2' })] });
    await publish({
      items: [item('a', { title: 'A3' }), item('d')],
      retire: [{ kind: 'item', key: 'b' }],
      stages: [stage('Closing')],
    });
    const changes = await changesSince(fixture.store, orgId, 1);
    expect(changes).toMatchObject({
      publication: 3,
      items: [
        { id: 'a', title: 'A3', version: 3 },
        { id: 'd', version: 1 },
      ],
      rules: [],
      stages: [{ stageName: 'Closing' }],
      retired: [{ kind: 'item', key: 'b' }],
    });
    expect(await changesSince(fixture.store, orgId, 3)).toMatchObject({ items: [], stages: [], retired: [] });
  });
});
