import { type RawBuilder, sql } from 'kysely';

/**
 * What each entry points to, live or retired, as `current` (`retired`, `publication`) and `entry` (`content`, `body`,
 * `open_blanks`, `digest`); the columns of the key (`org_id`, `kind`, `key`, `version`) need no table's name.
 */
export const currentEntries = sql`
  configuration_current current join configuration_entry entry using (org_id, kind, key, version)
`;

/** Holds for entries that are of no use without one of these items: rules, items that it refreshes or succeeds, and cadences. */
export const namesOneOf = (itemIds: readonly string[]): RawBuilder<boolean> => sql<boolean>`(
  kind = 'rule' and entry.content->'itemIds' ?| ${itemIds}::text[]
  or kind = 'item' and entry.content->>'refresherId' = any (${itemIds}::text[])
  or kind = 'cadence' and jsonb_path_query_array(entry.content, '$.steps[*].contentIds[*]') ?| ${itemIds}::text[]
  or kind = 'item' and entry.content->>'replacedBy' = any (${itemIds}::text[])
)`;
