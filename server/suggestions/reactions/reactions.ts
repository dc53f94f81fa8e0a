import { v7 as newId } from 'uuid';
import type { ReactionKind, Tenant } from '../../store/index.ts';

/** What a person did with an item on a record, and did not undo. */
export interface StoredReaction {
  reactionId: string;
  itemId: string;
  kind: ReactionKind;
  /** First civil day on which a dismissed item may come back. */
  showAgainOn: string | undefined;
}

export interface Viewing {
  orgId: string;
  userId: string;
  recordId: string;
}

/** More than anybody reacts on one record; bounds the answer. */
const readLimit = 500;

/** One indexed read, newest first. */
export const readReactions = async (tenant: Tenant, viewing: Viewing): Promise<StoredReaction[]> => {
  const rows = await tenant
    .selectFrom('suggestion_reaction')
    .select(['id', 'item_id', 'kind', 'show_again_on'])
    .where('org_id', '=', viewing.orgId)
    .where('user_id', '=', viewing.userId)
    .where('record_id', '=', viewing.recordId)
    .where('undone_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(readLimit)
    .execute();
  return rows.map((row) => ({
    reactionId: row.id,
    itemId: row.item_id,
    kind: row.kind,
    showAgainOn: row.show_again_on ?? undefined,
  }));
};

export interface NewReaction extends Viewing {
  itemId: string;
  itemVersion: number;
  kind: ReactionKind;
  reason: string | undefined;
  showAgainOn: string | undefined;
  note: string | undefined;
}

/** @returns the id of the reaction */
export const addReaction = async (tenant: Tenant, reaction: NewReaction): Promise<string> => {
  const id = newId();
  await tenant
    .insertInto('suggestion_reaction')
    .values({
      org_id: reaction.orgId,
      id,
      user_id: reaction.userId,
      record_id: reaction.recordId,
      item_id: reaction.itemId,
      item_version: reaction.itemVersion,
      kind: reaction.kind,
      reason: reaction.reason ?? null,
      show_again_on: reaction.showAgainOn ?? null,
      note: reaction.note ?? null,
      undone_at: null,
    })
    .execute();
  return id;
};

/** @returns the item that it was about; `undefined` if there is no such reaction of this user on this record */
export const undoReaction = async (
  tenant: Tenant,
  viewing: Viewing,
  reactionId: string,
  now: Date,
): Promise<string | undefined> => {
  const row = await tenant
    .updateTable('suggestion_reaction')
    .set({ undone_at: now })
    .where('org_id', '=', viewing.orgId)
    .where('id', '=', reactionId)
    .where('user_id', '=', viewing.userId)
    .where('record_id', '=', viewing.recordId)
    .where('undone_at', 'is', null)
    .returning('item_id')
    .executeTakeFirst();
  return row?.item_id;
};
