import { v7 as newId } from 'uuid';
import type { ReactionKind, Tenant, Viewing } from '../../store/index.ts';

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
