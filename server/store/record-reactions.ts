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
  /** Which of the viewings it belongs to, from 1 on. */
  at: number;
  id: string;
  item_id: string;
  kind: ReactionKind;
  show_again_on: string | null;
}

/** More than anybody reacts on one record; bounds the answer. */
const readLimit = 500;

/** Milliseconds after which the list is better without them: the org's callout ends after five seconds. */
export const reactionsPatience = 2_000;

/** Each call of the function names its own org to the row-level security and sees rows of that org alone. */
const text = `
  select asked.at, reaction.id, reaction.item_id, reaction.kind, reaction.show_again_on
  from unnest($1::text[], $2::text[], $3::text[]) with ordinality as asked (org_id, user_id, record_id, at),
    lateral reactions_on_record(asked.org_id, asked.user_id, asked.record_id, $4) as reaction
  order by asked.at, reaction.id desc
`;

const reactionOf = (row: Row): RecordReaction => ({
  reactionId: row.id,
  itemId: row.item_id,
  kind: row.kind,
  showAgainOn: row.show_again_on ?? undefined,
});

/** One indexed read for each viewing, all in one round trip; the lists in the order of the viewings, newest first. */
export async function readRecordReactions(
  pool: Pool,
  viewings: readonly Viewing[],
): Promise<RecordReaction[][]> {
  const values = [
    viewings.map(({ orgId }) => orgId),
    viewings.map(({ userId }) => userId),
    viewings.map(({ recordId }) => recordId),
    readLimit,
  ];
  const query = { name: 'reactions on records', text, values, query_timeout: reactionsPatience };
  const { rows } = await pool.query<Row>(query);
  const lists = viewings.map((): RecordReaction[] => []);
  for (const row of rows) lists[row.at - 1]?.push(reactionOf(row));
  return lists;
}
