import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import {
  publishConfiguration,
  readConfigurationSet,
  readPublished,
  withdrawOrigin,
} from '../../../server/content/index.ts';
import { freshStore, type TestStore } from '../../support/postgres.ts';

const folder = (name: string): string => fileURLToPath(new URL(`../../../config/${name}`, import.meta.url));

let fixture: TestStore;

beforeAll(async () => {
  fixture = await freshStore();
});

afterAll(() => fixture.close());

test('the starter and demo sets are published without a fault or a warning, and demo leaves no trace in the list', async () => {
  const orgId = await fixture.addOrganization();
  const publish = async (name: string) =>
    publishConfiguration(fixture.store, orgId, 'operator', await readConfigurationSet(folder(name)), name);
  expect((await publish('starter')).warnings).toEqual([]);
  const before = await readPublished(fixture.store, orgId);
  expect((await publish('demo')).warnings).toEqual([]);

  await withdrawOrigin(fixture.store, { orgId, userId: 'operator', note: '' }, 'demo');
  const after = await readPublished(fixture.store, orgId);
  expect(after.items.map(({ id }) => id)).toEqual(before.items.map(({ id }) => id));
  expect(after.items.filter(({ origin }) => origin === 'demo')).toEqual([]);
});
