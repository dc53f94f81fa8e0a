import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { AppError } from '../../errors.ts';
import { within } from '../../store/index.ts';
import type { Library } from './library.ts';
import { createLoadQueue } from './load-queue.ts';

export interface LibrariesParts {
  /** Reads what is live; `former` is what this process has of the org, so that only changes need to be read. */
  load: (orgId: string, former: Library | undefined) => Promise<Library>;
  currentPublications: (orgIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  maxBytes: number;
  log: Logger;
  onChange?: (count: number, bytes: number) => void;
}

/** The published libraries of the orgs that this process serves, in memory. */
export interface Libraries {
  /**
   * The org's library, at least as new as `publication` if there is such a publication.
   * @throws AppError `storeUnavailable` if it is not in memory and can not be read
   */
  get: (orgId: string, publication?: number) => Promise<Library>;
  /** Reads what was published since; requests are answered from the former library until the new one is ready. */
  update: (orgId: string) => Promise<Library>;
  /** Updates every library in memory of which a newer publication exists, and drops those of erased orgs. */
  poll: () => Promise<void>;
}

/**
 * Milliseconds for a library, as the org's callout ends after five seconds: after the first the list is better from what
 * is in memory; after the second the viewer is told to try again, while loading goes on.
 */
const newestPatience = 1_500;
const loadPatience = 3_000;

const isUnavailable = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'storeUnavailable';

/** Least recently used orgs are dropped above `maxBytes` and loaded again when they are asked for. */
export const createLibraries = ({
  load,
  currentPublications,
  maxBytes,
  log,
  onChange = () => undefined,
}: LibrariesParts): Libraries => {
  const held = new LRUCache<string, Library>({
    maxSize: maxBytes,
    sizeCalculation: ({ bytes }) => Math.min(Math.max(1, bytes), maxBytes),
  });
  const queue = createLoadQueue(async (orgId) => {
    const library = await load(orgId, held.peek(orgId));
    held.set(orgId, library);
    onChange(held.size, held.calculatedSize);
    return library;
  });

  const readNewest = async (orgId: string, library: Library, publication: number): Promise<Library> => {
    const current = (await currentPublications([orgId])).get(orgId) ?? 0;
    return current > library.publication && publication > library.publication ? queue.fresh(orgId) : library;
  };

  const newest = async (orgId: string, library: Library, publication: number): Promise<Library> => {
    try {
      return await within(newestPatience, readNewest(orgId, library, publication));
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      return library;
    }
  };

  const loaded = (orgId: string): Promise<Library> =>
    within(loadPatience, queue.joined(orgId), 'The library of the org could not be loaded');

  const get: Libraries['get'] = async (orgId, publication = 0) => {
    const library = held.get(orgId) ?? (await loaded(orgId));
    return publication > library.publication ? newest(orgId, library, publication) : library;
  };

  /** One org's fault is its own: those behind it are updated all the same. */
  const tryUpdate = async (orgId: string): Promise<void> => {
    try {
      const { publication } = await queue.fresh(orgId);
      log.info({ org: orgId, publication }, 'Library updated');
    } catch (err) {
      log.warn({ org: orgId, err }, 'Library not updated; the former one goes on');
    }
  };

  /** Publications only count up, so a library that is ahead is of an org that was erased since. */
  const drop = (orgId: string, library: Library): void => {
    if (held.peek(orgId) !== library) return;
    held.delete(orgId);
    onChange(held.size, held.calculatedSize);
    log.info({ org: orgId }, 'Library of an erased org dropped');
  };

  const poll = async (): Promise<void> => {
    const before = new Map(held.entries());
    const publications = await currentPublications([...before.keys()]);
    for (const [orgId, library] of before) {
      const publication = publications.get(orgId) ?? 0;
      if (publication < library.publication) drop(orgId, library);
      if (publication > library.publication) await tryUpdate(orgId);
    }
  };

  return { get, update: queue.fresh, poll };
};
