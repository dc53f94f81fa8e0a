import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { recordOf } from '../../http/record.ts';
import type { SignedCall } from '../../http/route.ts';
import { idempotencyKeySchema, writeAnswerSchema } from '../../http/write-back.ts';
import { writeOnce } from '../../http/write-once.ts';
import { undoReaction } from './reactions.ts';
import type { ReactParts } from './react.ts';

export const undoInputSchema = z.strictObject({ idempotencyKey: idempotencyKeySchema, reactionId: z.uuid() });

export const undoAnswerSchema = writeAnswerSchema(
  z.strictObject({ reactionId: z.string(), itemId: z.string() }),
);

/**
 * Takes a reaction back. The Task of a share stays: it says what happened.
 * @throws AppError `reactionUnknown`, alike for unknown ones, undone ones and those of others
 */
export const undo = (
  call: SignedCall<z.infer<typeof undoInputSchema>>,
  { store, now }: Pick<ReactParts, 'store' | 'now'>,
) => {
  const { caller, facts, input } = call;
  const viewing = { orgId: caller.orgId, userId: caller.userId, recordId: recordOf(facts).recordId };
  return writeOnce(store, call, 'undoReaction', undoAnswerSchema, async (tenant) => {
    const itemId = await undoReaction(tenant, viewing, input.reactionId, now());
    if (itemId === undefined)
      throw new AppError('reactionUnknown', `There is no reaction ${input.reactionId} of yours here.`);
    return { answer: { reactionId: input.reactionId, itemId }, writes: [] };
  });
};
