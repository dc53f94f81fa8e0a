import { sql } from 'kysely';

/**
 * What each entry points to, live or retired, as `current` (`retired`, `publication`) and `entry` (`content`, `body`,
 * `open_blanks`, `digest`); the columns of the key (`org_id`, `kind`, `key`, `version`) need no table's name.
 */
export const currentEntries = sql`
  configuration_current current join configuration_entry entry using (org_id, kind, key, version)
`;
