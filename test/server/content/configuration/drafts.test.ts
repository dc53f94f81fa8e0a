import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  type Drafts,
  publishConfiguration,
  publishDrafts,
  readAdministration,
  readPublished,
  saveDrafts,
} from '../../../../server/content/index.ts';
import { item, rule } from '../../../support/content.ts';
import { freshStore, type TestStore } from '../../../support/postgres.ts';

const tom = '005TEST00000000001';
const jana = '005TEST00000000002';

let fixture: TestStore;
let orgId: string;

beforeAll(async () => {
  fixture = await freshStore();
});

afterAll(() => fixture.close());

beforeEach(async () => {
  orgId = await fixture.addOrganization();
  const set = { items: [item('a'), item('b')], rules: [rule('r', { itemIds: ['b'] })] };
  await publishConfiguration(fixture.store, orgId, 'operator', set, 'what is live');
});

const save = (drafts: Drafts, seen = 1, userId = tom) =>
  saveDrafts(fixture.store, orgId, userId, drafts, seen);

const draft = (id: string, changes = {}) => ({ kind: 'item' as const, value: item(id, changes) });

const publish = (seen: number) =>
  publishDrafts(fixture.store, { orgId, userId: jana, note: 'together' }, seen);

test('a draft is not live, and the dry run says what it would change', async () => {
  await save({ save: [draft('a', { title: 'Better' }), draft('new')], retire: [{ kind: 'rule', key: 'r' }] });
  expect((await readPublished(fixture.store, orgId)).items.map(({ title }) => title)).toEqual([
    'Title of a',
    'Title of b',
  ]);
  const { drafts, dryRun, publication, revision } = await readAdministration(fixture.store, orgId);
  expect([publication, revision]).toEqual([1, 2]);
  expect(drafts).toMatchObject([
    { kind: 'item', key: 'a', savedBy: tom, value: { title: 'Better' } },
    { kind: 'item', key: 'new', savedBy: tom },
    { kind: 'rule', key: 'r', savedBy: tom, value: null },
  ]);
  expect(dryRun).toEqual({
    changes: [
      { kind: 'item', key: 'a', what: 'changed' },
      { kind: 'item', key: 'new', what: 'added' },
      { kind: 'rule', key: 'r', what: 'retired' },
    ],
    faults: [],
    warnings: [],
  });
});

test('publishing drafts makes all of them live and leaves none', async () => {
  await save({ save: [draft('a', { title: 'Better' })], retire: [{ kind: 'rule', key: 'r' }] });
  const { publication, changes } = await publish(2);
  expect(publication).toBe(2);
  expect(changes).toHaveLength(2);
  const { drafts, publications } = await readAdministration(fixture.store, orgId);
  expect(drafts).toEqual([]);
  expect(publications[0]).toMatchObject({ number: 2, publishedBy: jana, note: 'together' });
  expect(await readPublished(fixture.store, orgId)).toMatchObject({
    items: [{ title: 'Better' }, {}],
    rules: [],
  });
});

test('drafts that do not fit together are named by kind and key, and none is published', async () => {
  await save({ save: [draft('a', { refresherId: 'nothing' })], retire: [{ kind: 'item', key: 'b' }] });
  const faults = [
    { place: 'items["a"].refresherId', message: 'there is no item "nothing"' },
    { place: 'items["b"]', message: 'rule "r" still names it' },
  ];
  expect((await readAdministration(fixture.store, orgId)).dryRun.faults).toEqual(faults);
  await expect(publish(2)).rejects.toMatchObject({ code: 'configurationInvalid', faults });
  expect((await readAdministration(fixture.store, orgId)).drafts).toHaveLength(2);
});

test('a draft that is wrong in itself is not saved, nor is what comes with it', async () => {
  await expect(save({ save: [draft('fine'), draft('bad', { title: '' })] })).rejects.toMatchObject({
    code: 'configurationInvalid',
    faults: [{ place: 'save[1].title' }],
  });
  expect((await readAdministration(fixture.store, orgId)).drafts).toEqual([]);
});

test('two admins who saw the same state do not overwrite each other', async () => {
  const both = [
    save({ save: [draft('a', { title: 'Tom' })] }, 1, tom),
    save({ save: [draft('a', { title: 'Jana' })] }, 1, jana),
  ];
  const results = await Promise.allSettled(both);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(Promise.all(both)).rejects.toMatchObject({ code: 'configurationChanged' });
});

test('an admin who has not seen the latest drafts cannot publish them', async () => {
  const seen = await save({ save: [draft('a', { title: 'Tom' })] });
  await save({ save: [draft('b', { title: 'Jana' })] }, seen.revision, jana);
  await expect(publish(seen.revision)).rejects.toMatchObject({ code: 'configurationChanged' });
});

test('a draft is replaced by saving again, and dropped by discarding', async () => {
  await save({ save: [draft('a', { title: 'One' }), draft('b', { title: 'Two' })] });
  await save({ save: [draft('a', { title: 'Three' })], discard: [{ kind: 'item', key: 'b' }] }, 2, jana);
  expect((await readAdministration(fixture.store, orgId)).drafts).toMatchObject([
    { key: 'a', value: { title: 'Three' }, savedBy: jana },
  ]);
});

test('drafts that change nothing are not published', async () => {
  await expect(publish(1)).rejects.toMatchObject({ code: 'nothingToPublish' });
  await save({ save: [draft('a')] });
  await expect(publish(2)).rejects.toMatchObject({ code: 'nothingToPublish' });
});
