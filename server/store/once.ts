import type { z } from 'zod';
import { AppError } from '../errors.ts';
import type { Tenant } from './tables.ts';

/**
 * Marks the token of a write as used.
 * @throws AppError `signatureReplayed` if it was used before, by whichever process
 */
export async function useToken(
  tenant: Tenant,
  orgId: string,
  tokenId: string,
  expiresAt: Date,
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await tenant
    .insertInto('used_token')
    .values({ org_id: orgId, token_id: tokenId, expires_at: expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n)
    throw new AppError('signatureReplayed', `The token "${tokenId}" was used before.`);
}

/** One intention of one person: the panel makes the key, the signature covers it. */
export interface Intention {
  orgId: string;
  userId: string;
  operation: string;
  idempotencyKey: string;
  /** SHA-256 of the request's body, base64url. */
  bodyHash: string;
}

/**
 * Does `work` once for an intention: a repeated call gets the first answer. A call that comes while the first is still
 * at work waits for it; if the first failed, nothing is kept and this one does the work. Kept for seven days.
 * @param schema what an answer looks like
 * @throws AppError `idempotencyKeyReused` if the key came with another body
 */
export async function answerOnce<Answer extends object>(
  tenant: Tenant,
  intention: Intention,
  schema: z.ZodType<Answer>,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const { numInsertedOrUpdatedRows } = await tenant
    .insertInto('answered_request')
    .values({ ...keyOf(intention), body_hash: intention.bodyHash, answer: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return schema.parse(await firstAnswer(tenant, intention));

  const answer = await work();
  await tenant
    .updateTable('answered_request')
    .set({ answer: JSON.stringify(answer) })
    .where((row) => row.and(keyOf(intention)))
    .execute();
  return answer;
}

const keyOf = ({ orgId, userId, operation, idempotencyKey }: Intention) => ({
  org_id: orgId,
  user_id: userId,
  operation,
  idempotency_key: idempotencyKey,
});

async function firstAnswer(tenant: Tenant, intention: Intention): Promise<unknown> {
  const first = await tenant
    .selectFrom('answered_request')
    .select(['body_hash', 'answer'])
    .where((row) => row.and(keyOf(intention)))
    .executeTakeFirstOrThrow();
  if (first.body_hash === intention.bodyHash) return first.answer;
  throw new AppError(
    'idempotencyKeyReused',
    `The idempotency key "${intention.idempotencyKey}" came before with another body.`,
  );
}
