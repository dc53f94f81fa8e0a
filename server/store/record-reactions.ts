import type { Pool } from 'pg';
import type { ReactionKind } from './tables.ts';

/** Whose reactions, on which record. */
export interface Viewing {
  orgId: string;
  userId: string;
  recordId: string;
}

/** What a person did with an item on a record, and did not undo. */
export interface RecordReaction {
  reactionId: string;
  itemId: string;
  kind: ReactionKind;
  /** First civil day on which a dismissed item may come back. */
  showAgainOn: string | undefined;
}

interface Row {
  id: string;
  item_id: string;
  kind: ReactionKind;
  show_again_on: string | null;
}

/** More than anybody reacts on one record; bounds the answer. */
const readLimit = 500;

/** Milliseconds after which the list is better without them: the org's callout ends after five seconds. */
export const reactionsPatience = 2_000;

/** One indexed read in one round trip, newest first. */
export async function readRecordReactions(
  pool: Pool,
  { orgId, userId, recordId }: Viewing,
): Promise<RecordReaction[]> {
  const query = {
    text: 'select id, item_id, kind, show_again_on from reactions_on_record($1, $2, $3, $4)',
    values: [orgId, userId, recordId, readLimit],
    query_timeout: reactionsPatience,
  };
  const { rows } = await pool.query<Row>(query);
  return rows.map((row) => ({
    reactionId: row.id,
    itemId: row.item_id,
    kind: row.kind,
    showAgainOn: row.show_again_on ?? undefined,
  }));
}
