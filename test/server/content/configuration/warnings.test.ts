import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type ConfigurationSet,
  previewConfiguration,
  publishConfiguration,
} from '../../../../server/content/index.ts';
import { factSource, item, stage } from '../../../support/content.ts';
import { freshStore, type TestStore } from '../../../support/postgres.ts';

/** A row of the fact table that knows these values, or takes what the field holds. */
const source = (dimension: string, values: string[] = []) =>
  factSource(dimension, `Inspire_${dimension}__c`, {
    values: values.map((value) => ({ value, label: value })),
  });

let fixture: TestStore;
let orgId: string;

beforeAll(async () => {
  fixture = await freshStore();
  orgId = await fixture.addOrganization();
  const set = {
    stages: [stage('Prospecting')],
    factSources: [source('buyerRole', ['economicBuyer']), source('product')],
  };
  await publishConfiguration(fixture.store, orgId, 'operator', set, 'what is live');
});

afterAll(() => fixture.close());

describe('a warning', () => {
  const warningsOf = async (set: ConfigurationSet): Promise<string[]> => {
    const { warnings } = await previewConfiguration(fixture.store, orgId, set);
    return warnings.map(({ place, message }) => `${place}: ${message}`);
  };

  test('is a tag value that no row of the fact table has', async () => {
    const items = [item('new', { tags: { buyerRole: ['economicBuyer', 'economicBuyr'] } })];
    expect(await warningsOf({ items })).toEqual([
      'items[0].tags.buyerRole[1]: no row of the fact table has the value "economicBuyr"',
    ]);
  });

  test('is a stage that the map does not have', async () => {
    const items = [item('new', { tags: { stage: ['*:Prospecting', '*:Prospectin'] } })];
    expect(await warningsOf({ items })).toEqual([
      'items[0].tags.stage[1]: no row of the stage map has the value "*:Prospectin"',
    ]);
  });

  test('is not a value of a field that is taken as it is, nor of a dimension without a field', async () => {
    expect(
      await warningsOf({ items: [item('new', { tags: { product: ['x'], geography: ['y'] } })] }),
    ).toEqual([]);
  });

  test('is not a value or stage that comes with the set', async () => {
    const set = {
      items: [item('new', { tags: { buyerRole: ['champion'], stage: ['*:Closing'] } })],
      stages: [stage('Closing')],
      factSources: [{ ...source('buyerRole', ['champion']), path: 'Other__c' }],
    };
    expect(await warningsOf(set)).toEqual([]);
  });
});
