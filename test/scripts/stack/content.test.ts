import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { publishShippedContent } from '../../../scripts/stack/content.ts';
import { readAdministration, readPublished, withdrawOrigin } from '../../../server/content/index.ts';
import { freshStore, type TestStore } from '../../support/postgres.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

let database: TestStore;
let orgId: string;

beforeAll(async () => {
  database = await freshStore();
  orgId = await database.addOrganization();
});

afterAll(() => database.close());

const origins = async (): Promise<string[]> => {
  const { items } = await readPublished(database.store, orgId);
  return [...new Set(items.map(({ origin }) => origin))].sort();
};

test('starter and demo are one publication: a start that is cut off between them leaves neither', async () => {
  await publishShippedContent(database.store, orgId, root);
  expect(await origins()).toEqual(['demo', 'starter']);
  const { publications } = await readAdministration(database.store, orgId);
  expect(publications).toHaveLength(1);
});

test('what was published or taken away since stays as it is', async () => {
  await withdrawOrigin(database.store, { orgId, userId: 'operator', note: 'no samples' }, 'demo');
  await publishShippedContent(database.store, orgId, root);
  expect(await origins()).toEqual(['starter']);
});
