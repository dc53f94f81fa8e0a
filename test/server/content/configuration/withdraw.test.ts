import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  publishConfiguration,
  readItem,
  readPublished,
  withdrawOrigin,
} from '../../../../server/content/index.ts';
import { item, rule, stage } from '../../../support/content.ts';
import { freshStore, type TestStore } from '../../../support/postgres.ts';

let fixture: TestStore;

beforeAll(async () => {
  fixture = await freshStore();
});

afterAll(() => fixture.close());

const demo = (id: string, changes = {}) => item(id, { origin: 'demo', ...changes });

test('withdrawing the demo set retires its items, and mends or retires what names them; the rest stays', async () => {
  const orgId = await fixture.addOrganization();
  await publishConfiguration(
    fixture.store,
    orgId,
    'operator',
    {
      items: [
        demo('price-list'),
        demo('demo-lesson', { kind: 'training' }),
        demo('demo-story', { refresherId: 'demo-lesson' }),
        item('own', { refresherId: 'demo-lesson', body: 'Own text.' }),
        item('old', { replacedBy: 'price-list' }),
        item('copy', { derivedFrom: 'demo-story' }),
        item('shipped', { origin: 'starter' }),
      ],
      rules: [
        rule('only-demo', { itemIds: ['price-list', 'demo-story'] }),
        rule('mixed', { itemIds: ['price-list', 'shipped'] }),
        rule('without', { itemIds: ['shipped'] }),
      ],
      stages: [stage('Prospecting')],
    },
    '',
  );
  const author = { orgId, userId: 'operator', note: 'config:remove demo' };
  const { changes } = await withdrawOrigin(fixture.store, author, 'demo');
  expect(changes.map(({ what, kind, key }) => `${what} ${kind} ${key}`).sort()).toEqual([
    'changed item old',
    'changed item own',
    'changed rule mixed',
    'retired item demo-lesson',
    'retired item demo-story',
    'retired item price-list',
    'retired rule only-demo',
  ]);
  const { items, rules, stages } = await readPublished(fixture.store, orgId);
  expect(items.map(({ id, refresherId, replacedBy }) => ({ id, refresherId, replacedBy }))).toEqual(
    ['copy', 'old', 'own', 'shipped'].map((id) => ({ id, refresherId: undefined, replacedBy: undefined })),
  );
  expect(rules.map(({ id, itemIds }) => [id, itemIds])).toEqual([
    ['mixed', ['shipped']],
    ['without', ['shipped']],
  ]);
  expect(stages).toHaveLength(1);
  expect((await readItem(fixture.store, orgId, 'own'))?.item.body).toBe('Own text.');
});

test('withdrawing what is not there changes nothing', async () => {
  const orgId = await fixture.addOrganization();
  await publishConfiguration(fixture.store, orgId, 'operator', { items: [item('own')] }, '');
  const author = { orgId, userId: 'operator', note: '' };
  expect(await withdrawOrigin(fixture.store, author, 'demo')).toMatchObject({ publication: 1, changes: [] });
});
