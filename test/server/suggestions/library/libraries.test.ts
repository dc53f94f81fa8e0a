import { describe, expect, jest, test } from '@jest/globals';
import { AppError } from '../../../../server/errors.ts';
import { createLogger } from '../../../../server/http/logging.ts';
import { createLibraries, type Library } from '../../../../server/suggestions/index.ts';
import { compileIndex } from '../../../../server/suggestions/match/index.ts';

const log = createLogger({ LOG_LEVEL: 'silent' });
const index = compileIndex({ items: [], rules: [] });

const library = (publication: number, bytes = 10): Library => ({
  publication,
  index,
  rules: new Map(),
  facts: { factSources: [], stageMap: [] },
  bytes,
});

/** A database in which tests publish, and that answers when they let it. */
const published = (bytes = 10) => {
  const numbers = new Map<string, number>();
  let gate: Promise<unknown> = Promise.resolve();
  const load = jest.fn(async (orgId: string, _former: Library | undefined) => {
    const publication = numbers.get(orgId) ?? 0;
    await gate;
    return library(publication, bytes);
  });
  const currentPublications = jest.fn((orgIds: readonly string[]) =>
    Promise.resolve(new Map([...numbers].filter(([orgId]) => orgIds.includes(orgId)))),
  );
  return {
    ...{ load, currentPublications },
    publish: (orgId: string, number: number) => numbers.set(orgId, number),
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      gate = promise;
      return () => {
        gate = Promise.resolve();
        resolve(undefined);
      };
    },
  };
};

const over = ({ load, currentPublications }: ReturnType<typeof published>, maxBytes = 100) =>
  createLibraries({ load, currentPublications, maxBytes, log });

describe('a library', () => {
  test('is loaded once for requests that come together', async () => {
    const store = published();
    const libraries = over(store);
    await Promise.all([libraries.get('a'), libraries.get('a'), libraries.get('a')]);
    await libraries.get('a');
    expect(store.load).toHaveBeenCalledTimes(1);
  });

  test('is loaded again after a load that failed', async () => {
    const store = published();
    store.load.mockRejectedValueOnce(new AppError('storeUnavailable', 'gone'));
    const libraries = over(store);
    await expect(libraries.get('a')).rejects.toMatchObject({ code: 'storeUnavailable' });
    expect((await libraries.get('a')).publication).toBe(0);
  });

  test('of the org that was asked for least recently is dropped above the limit', async () => {
    const store = published(40);
    const libraries = over(store, 100);
    for (const orgId of ['a', 'b', 'a', 'c']) await libraries.get(orgId);
    store.load.mockClear();
    await libraries.get('a');
    await libraries.get('c');
    expect(store.load).not.toHaveBeenCalled();
    await libraries.get('b');
    expect(store.load).toHaveBeenCalledTimes(1);
  });

  test('that is larger than the limit is still kept while it is the only one', async () => {
    const store = published(1_000);
    const libraries = over(store, 100);
    await libraries.get('a');
    await libraries.get('a');
    expect(store.load).toHaveBeenCalledTimes(1);
  });
});

describe('the poll', () => {
  test('goes on to the orgs behind one whose library can not be read', async () => {
    const store = published();
    const libraries = over(store);
    for (const orgId of ['a', 'b', 'c']) await libraries.get(orgId);
    for (const orgId of ['a', 'b', 'c']) store.publish(orgId, 1);
    store.load.mockRejectedValueOnce(new Error('can not be parsed'));
    await libraries.poll();
    const held = await Promise.all(['a', 'b', 'c'].map((orgId) => libraries.get(orgId)));
    expect(held.map(({ publication }) => publication).toSorted()).toEqual([0, 1, 1]);
  });

  test.each([
    ['has no publications any more', 0],
    ['has begun to count anew', 1],
  ])('drops the library of an org that %s', async (_why, publication) => {
    const store = published();
    store.publish('a', 3);
    const libraries = over(store);
    await libraries.get('a');
    store.publish('a', publication);
    await libraries.poll();
    expect((await libraries.get('a')).publication).toBe(publication);
  });
});

describe('a publication', () => {
  test('is noticed by the poll, which names what is held and reads what is behind', async () => {
    const store = published();
    const libraries = over(store);
    await libraries.get('a');
    await libraries.get('b');
    store.publish('a', 1);
    store.publish('elsewhere', 5);
    store.load.mockClear();
    await libraries.poll();
    expect(store.load.mock.calls).toEqual([['a', library(0)]]);
    expect((await libraries.get('a')).publication).toBe(1);
  });

  test('is swapped in without a pause: requests go on with what was, until it is there', async () => {
    const store = published();
    const libraries = over(store);
    await libraries.get('a');
    store.publish('a', 1);
    const release = store.hold();
    const updating = libraries.update('a');
    expect((await libraries.get('a')).publication).toBe(0);
    release();
    await updating;
    expect((await libraries.get('a')).publication).toBe(1);
  });

  test('that comes while a load runs is read by one more load, shared by all who wait', async () => {
    const store = published();
    const libraries = over(store);
    const release = store.hold();
    const first = libraries.get('a');
    store.publish('a', 1);
    const updates = [libraries.update('a'), libraries.update('a'), libraries.update('a')];
    release();
    expect((await first).publication).toBe(0);
    expect((await Promise.all(updates)).map(({ publication }) => publication)).toEqual([1, 1, 1]);
    expect(store.load).toHaveBeenCalledTimes(2);
  });

  test('that the viewer made in another process is read before they are answered', async () => {
    const store = published();
    const libraries = over(store);
    await libraries.get('a');
    store.publish('a', 3);
    expect((await libraries.get('a', 3)).publication).toBe(3);
    store.load.mockClear();
    expect((await libraries.get('a', 3)).publication).toBe(3);
    expect(store.load).not.toHaveBeenCalled();
  });

  test('that never was does not make anything load', async () => {
    const store = published();
    const libraries = over(store);
    await libraries.get('a');
    store.load.mockClear();
    expect((await libraries.get('a', 999)).publication).toBe(0);
    expect(store.load).not.toHaveBeenCalled();
  });

  test('that can not be asked for is answered from memory', async () => {
    const store = published();
    const libraries = over(store);
    await libraries.get('a');
    store.currentPublications.mockRejectedValue(new AppError('storeUnavailable', 'gone'));
    expect((await libraries.get('a', 2)).publication).toBe(0);
    await expect(libraries.poll()).rejects.toMatchObject({ code: 'storeUnavailable' });
  });
});
