import type { FactConfiguration } from './facts/index.ts';

export interface ReadRows {
  /** Without rows of the fact table whose field the org does not read. */
  configuration: FactConfiguration;
  /** Paths of those rows. */
  unread: string[];
}

/**
 * Tells a field that the org's query does not ask for from one that is blank: only a blank one may be filled in.
 * @param selectedFields paths that the query asks for; unknown from an org that does not tell, then every row counts
 */
export const readRowsOf = (
  configuration: FactConfiguration,
  sobject: string,
  selectedFields: readonly string[] | undefined,
): ReadRows => {
  if (!selectedFields) return { configuration, unread: [] };
  const selected = new Set(selectedFields.map((path) => path.toLowerCase()));
  const isUnread = (row: FactConfiguration['factSources'][number]): boolean =>
    row.sobject === sobject && !selected.has(row.path.toLowerCase());
  const unread = configuration.factSources.filter(isUnread);
  // The configuration itself, wherever possible: what is prepared from it is kept for the next request.
  if (unread.length === 0) return { configuration, unread: [] };
  const factSources = configuration.factSources.filter((row) => !isUnread(row));
  return { configuration: { ...configuration, factSources }, unread: unread.map(({ path }) => path) };
};
