import { LRUCache } from 'lru-cache';
import type { FactConfiguration } from './facts/index.ts';

export interface ReadRows {
  /** Without rows of the fact table whose field the org does not read. */
  configuration: FactConfiguration;
  /** Paths of those rows. */
  unread: readonly string[];
}

/** An org has one query for each object, so few answers are enough for all its users. */
const rememberedAtMost = 8;

const remembered = new WeakMap<FactConfiguration, LRUCache<string, ReadRows>>();

const rememberedOf = (configuration: FactConfiguration): LRUCache<string, ReadRows> => {
  const own = remembered.get(configuration) ?? new LRUCache({ max: rememberedAtMost });
  remembered.set(configuration, own);
  return own;
};

const tellApart = (configuration: FactConfiguration, sobject: string, paths: readonly string[]): ReadRows => {
  const selected = new Set(paths.map((path) => path.toLowerCase()));
  const isUnread = (row: FactConfiguration['factSources'][number]): boolean =>
    row.sobject === sobject && !selected.has(row.path.toLowerCase());
  const unread = configuration.factSources.filter(isUnread);
  if (unread.length === 0) return { configuration, unread: [] };
  const factSources = configuration.factSources.filter((row) => !isUnread(row));
  return { configuration: { ...configuration, factSources }, unread: unread.map(({ path }) => path) };
};

/**
 * Tells a field that the org's query does not ask for from one that is blank: only a blank one may be filled in. The same
 * for the same publication and paths, so that what is prepared from it is kept for the next request.
 * @param selectedFields paths that the query asks for; unknown from an org that does not tell, then every row counts
 */
export const readRowsOf = (
  configuration: FactConfiguration,
  sobject: string,
  selectedFields: readonly string[] | undefined,
): ReadRows => {
  if (!selectedFields) return { configuration, unread: [] };
  const known = rememberedOf(configuration);
  const key = `${sobject}\n${selectedFields.join('\n')}`;
  const read = known.get(key) ?? tellApart(configuration, sobject, selectedFields);
  known.set(key, read);
  return read;
};
