import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  changesSince,
  publishConfiguration,
  type PublishedItem,
  readPublished,
  rollBack,
} from '../../../../server/content/index.ts';
import { canonical } from '../../../../server/content/configuration/entry.ts';
import { item } from '../../../support/content.ts';
import { freshStore, type TestStore } from '../../../support/postgres.ts';

let fixture: TestStore;

beforeAll(async () => {
  fixture = await freshStore();
});

afterAll(() => fixture.close());

/** What each of three items becomes in one publication; nothing keeps it as it is. */
const step = fc.record({
  a: fc.constantFrom(undefined, 'retired', 'One', 'Two'),
  b: fc.constantFrom(undefined, 'retired', 'One', 'Two'),
  c: fc.constantFrom(undefined, 'retired', 'One', 'Two'),
});

type Step = Record<'a' | 'b' | 'c', string | undefined>;

const live = async (orgId: string): Promise<Map<string, PublishedItem>> =>
  new Map((await readPublished(fixture.store, orgId)).items.map((listed) => [listed.id, listed]));

/** Publishes the step as far as it is possible: what never was cannot be retired. */
async function take(orgId: string, wanted: Step, known: Set<string>): Promise<number> {
  const entries = Object.entries(wanted);
  const items = entries.flatMap(([id, title]) => (title && title !== 'retired' ? [item(id, { title })] : []));
  const retire = entries.flatMap(([key, title]) =>
    title === 'retired' && known.has(key) ? [{ kind: 'item' as const, key }] : [],
  );
  for (const [id, title] of entries) if (title && title !== 'retired') known.add(id);
  const { publication } = await publishConfiguration(fixture.store, orgId, 'operator', { items, retire }, '');
  return publication;
}

test('rolling back to a publication brings exactly its state back, whatever came between', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), fc.nat(), async (steps, choice) => {
      const orgId = await fixture.addOrganization();
      const known = new Set<string>();
      const states = new Map<number, Map<string, PublishedItem>>();
      for (const wanted of steps) states.set(await take(orgId, wanted, known), await live(orgId));
      const numbers = [...states.keys()].filter((number) => number > 0);
      const to = numbers[choice % Math.max(1, numbers.length)];
      const wanted = to === undefined ? undefined : states.get(to);
      if (to === undefined || wanted === undefined) return;
      const changed = canonical([...wanted]) !== canonical([...(await live(orgId))]);
      if (!changed) return;
      await rollBack(fixture.store, { orgId, userId: 'operator', note: '' }, to);
      expect(await live(orgId)).toEqual(wanted);
    }),
    { numRuns: 8 },
  );
});

test('a reader who follows the changes has what a reader who loads everything has', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 6 }),
      fc.array(fc.boolean()),
      async (steps, reads) => {
        const orgId = await fixture.addOrganization();
        const known = new Set<string>();
        const followed = new Map<string, PublishedItem>();
        let publication = 0;
        const follow = async (): Promise<void> => {
          const changes = await changesSince(fixture.store, orgId, publication);
          for (const { key } of changes.retired) followed.delete(key);
          for (const changed of changes.items) followed.set(changed.id, changed);
          publication = changes.publication;
        };
        for (const [index, wanted] of steps.entries()) {
          await take(orgId, wanted, known);
          if (reads[index]) await follow();
        }
        await follow();
        expect(new Map([...followed].sort(([a], [b]) => (a < b ? -1 : 1)))).toEqual(await live(orgId));
      },
    ),
    { numRuns: 8 },
  );
});

test('the canonical form does not depend on the order of names', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).reverse());
      expect(canonical(reversed)).toBe(canonical(value));
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
