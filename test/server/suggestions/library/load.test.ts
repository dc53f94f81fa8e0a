import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type ConfigurationSet, publishConfiguration } from '../../../../server/content/index.ts';
import { readFacts } from '../../../../server/journey/index.ts';
import { type Library, loadLibrary } from '../../../../server/suggestions/index.ts';
import { match } from '../../../../server/suggestions/match/index.ts';
import { factSource, item, opportunityFacts, rule, stage } from '../../../support/content.ts';
import { freshStore, type TestStore } from '../../../support/postgres.ts';

let storage: TestStore;
let orgId: string;

beforeAll(async () => {
  storage = await freshStore();
  orgId = await storage.addOrganization();
});

afterAll(() => storage.close());

const today = '2026-03-02';
const viewer = { limit: 50, reactions: [], perms: ['Inspire_Use'], language: 'en', today };

const deals = [
  opportunityFacts({ Type: 'Renewal' }),
  opportunityFacts({ StageName: 'Prospecting' }),
  opportunityFacts({ StageName: 'Nowhere' }),
  opportunityFacts({ Alpha__c: 'early', Zulu__c: 'late' }),
].map(({ record }) => record);

const listsFrom = ({ index, facts, rules }: Library) => ({
  ...{ facts, rules: [...rules.keys()] },
  lists: deals.map((record) => match(index, readFacts(record, facts, today), viewer)),
});

const publications: [string, ConfigurationSet][] = [
  [
    'items, rules, stages and fact sources',
    {
      items: [
        item('a'),
        item('b', { tags: { stage: ['*:Prospecting'] } }),
        item('c', { tags: { dealType: ['Renewal'] } }),
      ],
      rules: [rule('pin-b', { itemIds: ['b'] })],
      stages: [stage('Negotiation/Review'), stage('Prospecting', { phase: 'awareness' })],
      factSources: [factSource('dealType', 'Type')],
    },
  ],
  ['a changed item', { items: [item('a', { title: 'Changed', tags: { dealType: ['Renewal'] } })] }],
  ['a new item and a new rule', { items: [item('d')], rules: [rule('pin-d', { itemIds: ['d', 'c'] })] }],
  ['a rule that is gone', { retire: [{ kind: 'rule', key: 'pin-b' }] }],
  ['an item that is gone', { retire: [{ kind: 'item', key: 'b' }] }],
  ['a changed stage', { stages: [stage('Prospecting', { phase: 'buying' })] }],
  ['a stage that is gone', { retire: [{ kind: 'stage', key: '*:Prospecting' }] }],
  [
    'a changed fact source',
    {
      factSources: [
        factSource('dealType', 'Type', { values: [{ value: 'again', label: 'Again', from: ['Renewal'] }] }),
      ],
    },
  ],
  ['a fact source that is gone', { retire: [{ kind: 'factSource', key: 'Opportunity:dealType:Type' }] }],
  ['an item that is back', { items: [item('b')] }],
  [
    'a fact source, and items that differ in its fact',
    {
      items: [
        item('early', { tags: { challenge: ['early'] } }),
        item('late', { tags: { challenge: ['late'] } }),
      ],
      factSources: [factSource('challenge', 'Zulu__c', { values: [] })],
    },
  ],
  [
    'a later fact source of the same fact and order',
    { factSources: [factSource('challenge', 'Alpha__c', { values: [] })] },
  ],
  ['a rule that comes before another', { rules: [rule('a-first', { itemIds: ['a'] })] }],
];

test('what changed since is applied to exactly what loading everything gives', async () => {
  let carried = await loadLibrary(storage.store, orgId, undefined);
  for (const [what, set] of publications) {
    await publishConfiguration(storage.store, orgId, 'operator', set, what);
    carried = await loadLibrary(storage.store, orgId, carried);
    const whole = await loadLibrary(storage.store, orgId, undefined);
    expect({ what, publication: carried.publication, ...listsFrom(carried) }).toEqual({
      what,
      publication: whole.publication,
      ...listsFrom(whole),
    });
  }
  expect(carried.publication).toBe(publications.length);
});

test('a large publication is read anew instead of being carried along', async () => {
  const items = Array.from({ length: 600 }, (_, at) => item(`bulk-${at}`));
  const former = await loadLibrary(storage.store, orgId, undefined);
  await publishConfiguration(storage.store, orgId, 'operator', { items }, 'bulk');
  const now = await loadLibrary(storage.store, orgId, former);
  expect(now.index.changedItems.size).toBe(0);
  expect(now.publication).toBe(former.publication + 1);
});

test('every kind of entry counts as memory, whether carried or read anew', async () => {
  const former = await loadLibrary(storage.store, orgId, undefined);
  const sets: ConfigurationSet[] = [
    { items: [item('heavy')] },
    { rules: [rule('heavy', { itemIds: ['heavy'] })] },
    { stages: [stage('Heavy')] },
    { factSources: [factSource('product', 'Heavy__c', { values: [] })] },
  ];
  let carried = former;
  for (const set of sets) {
    const { bytes } = carried;
    await publishConfiguration(storage.store, orgId, 'operator', set, 'heavier');
    carried = await loadLibrary(storage.store, orgId, carried);
    expect(carried.bytes).toBeGreaterThan(bytes);
  }
  const whole = await loadLibrary(storage.store, orgId, undefined);
  expect(whole.bytes).toBeGreaterThan(former.bytes);
  expect(carried.bytes).toBeGreaterThanOrEqual(whole.bytes);
});

test('an item counts with as much text as it has, a rule with as many items as it names', async () => {
  const bytesWith = async (set: ConfigurationSet): Promise<number> => {
    await publishConfiguration(storage.store, orgId, 'operator', set, 'long or short');
    return (await loadLibrary(storage.store, orgId, undefined)).bytes;
  };
  const linkTo = (length: number) => `https://example.com/${'x'.repeat(length)}`;
  const short = await bytesWith({ items: [item('long-link', { link: linkTo(10) })] });
  const long = await bytesWith({ items: [item('long-link', { link: linkTo(1_510) })] });
  expect(long - short).toBe(1_500);
  const itemIds = Array.from({ length: 100 }, (_, at) => `bulk-${at}`);
  const broad = await bytesWith({ rules: [rule('broad', { itemIds })] });
  expect(broad - long).toBeGreaterThan(3_000);
});
