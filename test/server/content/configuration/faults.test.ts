import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type ConfigurationSet,
  previewConfiguration,
  publishConfiguration,
  readPublished,
} from '../../../../server/content/index.ts';
import { factSource, item, rule, stage } from '../../../support/content.ts';
import { freshStore, type TestStore } from '../../../support/postgres.ts';

const training = (id: string) => item(id, { kind: 'training', minutes: 3 });

const pin = (id: string, itemIds: string[], changes = {}) => rule(id, { itemIds, ...changes });

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
  await publishConfiguration(
    fixture.store,
    orgId,
    'operator',
    {
      items: [
        item('live'),
        item('shipped', { origin: 'starter' }),
        item('sample', { origin: 'demo' }),
        item('gone'),
        training('lesson'),
        item('with-lesson', { refresherId: 'lesson' }),
      ],
      rules: [pin('live-rule', ['live'])],
      stages: [stage('Prospecting')],
      factSources: [source('buyerRole', ['economicBuyer']), source('product')],
    },
    'what is live',
  );
  await publishConfiguration(
    fixture.store,
    orgId,
    'operator',
    { retire: [{ kind: 'item', key: 'gone' }] },
    '',
  );
});

afterAll(() => fixture.close());

const faultsOf = async (set: ConfigurationSet): Promise<string[]> => {
  const { faults } = await previewConfiguration(fixture.store, orgId, set);
  return faults.map(({ place, message }) => `${place}: ${message}`);
};

describe('a fault', () => {
  test.each<[string, ConfigurationSet, string]>([
    [
      'a wrong value',
      { items: [item('new', { title: '' })] },
      'items[0].title: Too small: expected string to have >=1 characters',
    ],
    ['an unknown field', { items: [{ ...item('new'), titel: '' }] }, 'items[0]: Unrecognized key: "titel"'],
    ['no object', { rules: ['pin it'] }, 'rules[0]: Invalid input: expected object, received string'],
    [
      'a tag with an empty value',
      { items: [item('new', { tags: { buyerRole: ['cfo', ''] } })] },
      'items[0].tags.buyerRole[1]: Too small: expected string to have >=1 characters',
    ],
    [
      'a phase that does not exist',
      { items: [item('new', { tags: { phase: ['byuing'] } })] },
      'items[0].tags.phase[0]: "byuing" is none of awareness, buying, implementationAdoption',
    ],
    [
      'a phase that does not exist in a rule',
      { rules: [pin('new', ['live'], { when: { phase: ['byuing'] } })] },
      'rules[0].when.phase[0]: "byuing" is none of awareness, buying, implementationAdoption',
    ],
    [
      'a rule about an unknown item',
      { rules: [pin('new', ['live', 'lvie'])] },
      'rules[0].itemIds[1]: there is no item "lvie"',
    ],
    [
      'a rule about a retired item',
      { rules: [pin('new', ['gone'])] },
      'rules[0].itemIds[0]: item "gone" is retired',
    ],
    [
      'an unknown refresher',
      { items: [item('new', { refresherId: 'lessson' })] },
      'items[0].refresherId: there is no item "lessson"',
    ],
    [
      'a refresher that is no training',
      { items: [item('new', { refresherId: 'live' })] },
      'items[0].refresherId: item "live" is a document, a refresher is a training',
    ],
    [
      'a retired successor',
      { items: [item('new', { replacedBy: 'gone' })] },
      'items[0].replacedBy: item "gone" is retired',
    ],
    [
      'an item that succeeds itself',
      { items: [item('new', { replacedBy: 'new' })] },
      'items[0].replacedBy: names the item itself',
    ],
    [
      'an unknown origin of an adapted copy',
      { items: [item('new', { derivedFrom: 'lvie' })] },
      'items[0].derivedFrom: there is no item "lvie"',
    ],
    [
      'the same item twice',
      { items: [item('new'), item('other'), item('new')] },
      'items[2]: item "new" is already at items[0]',
    ],
    [
      'the same stage twice',
      { stages: [stage('Closing'), stage('Closing', { recordType: '*' })] },
      'stages[1]: stage "*:Closing" is already at stages[0]',
    ],
    [
      'a sample in the place of a starter item',
      { items: [item('shipped', { origin: 'demo' })] },
      'items[0].id: "shipped" is taken by an item of origin starter; this one has origin demo',
    ],
    [
      "a starter item in the place of an admin's own",
      { items: [item('live', { origin: 'starter' })] },
      'items[0].id: "live" is taken by an item of origin own; this one has origin starter',
    ],
    [
      'a review due before the last one',
      { items: [item('new', { reviewBy: '2025-01-01' })] },
      'items[0].reviewBy: 2025-01-01 is before reviewedOn, 2026-01-10',
    ],
    [
      'an end before the beginning',
      { items: [item('new', { validFrom: '2026-03-01', expiresOn: '2026-02-01' })] },
      'items[0].expiresOn: 2026-02-01 is before validFrom, 2026-03-01',
    ],
    [
      'retiring what a rule still names',
      { retire: [{ kind: 'item', key: 'live' }] },
      'retire[0]: rule "live-rule" still names it',
    ],
    [
      'retiring what an item still names',
      { retire: [{ kind: 'item', key: 'lesson' }] },
      'retire[0]: item "with-lesson" still names it',
    ],
    [
      'retiring what never was',
      { retire: [{ kind: 'rule', key: 'live' }] },
      'retire[0]: there is no rule "live"',
    ],
    [
      'retiring what is published at the same time',
      { items: [item('shipped', { origin: 'starter' })], retire: [{ kind: 'item', key: 'shipped' }] },
      'retire[0]: item "shipped" is also published here',
    ],
    [
      'a character that is no text',
      { items: [item('new', { body: 'a\0b' })] },
      'items[0].body: holds a character that is no text',
    ],
    [
      'half a character',
      { items: [item('new', { tags: { product: ['\ud83d'] } })] },
      'items[0].tags.product[0]: holds a character that is no text',
    ],
  ])('is %s', async (_what, set, fault) => {
    expect(await faultsOf(set)).toEqual([fault]);
  });
});

describe('no fault', () => {
  test.each<[string, ConfigurationSet]>([
    ['a rule about an item that comes with it', { items: [item('new')], rules: [pin('new', ['new'])] }],
    [
      'a refresher that comes with it',
      { items: [item('new', { refresherId: 'new-lesson' }), training('new-lesson')] },
    ],
    ['a copy of what is retired', { items: [item('new', { derivedFrom: 'gone' })] }],
    ['an own item in the place of a starter item', { items: [item('shipped', { origin: 'own' })] }],
    [
      'retiring an item together with the rule that names it',
      {
        retire: [
          { kind: 'item', key: 'live' },
          { kind: 'rule', key: 'live-rule' },
        ],
      },
    ],
    [
      'retiring an item while the rule goes on without it',
      { rules: [pin('live-rule', ['shipped'])], retire: [{ kind: 'item', key: 'live' }] },
    ],
    ['retiring again what is retired', { retire: [{ kind: 'item', key: 'gone' }] }],
  ])('is %s', async (_what, set) => {
    expect(await faultsOf(set)).toEqual([]);
  });
});

test('an item that is wrong in itself does not make those wrong that name it', async () => {
  const items = [item('bad', { title: '', kind: 'training' }), item('new', { refresherId: 'bad' })];
  expect(await faultsOf({ items })).toEqual([
    'items[0].title: Too small: expected string to have >=1 characters',
  ]);
});

test('all faults are named at once, and nothing is applied', async () => {
  const set = {
    items: [
      item('fine'),
      item('bad', { title: '', refresherId: 'nothing' }),
      item('worse', { refresherId: 'nothing' }),
    ],
    rules: [pin('bad', ['nothing'])],
  };
  const before = await readPublished(fixture.store, orgId);
  await expect(publishConfiguration(fixture.store, orgId, 'operator', set, '')).rejects.toMatchObject({
    code: 'configurationInvalid',
    faults: [
      { place: 'items[1].title' },
      { place: 'items[2].refresherId' },
      { place: 'rules[0].itemIds[0]' },
    ],
  });
  expect(await readPublished(fixture.store, orgId)).toEqual(before);
});
