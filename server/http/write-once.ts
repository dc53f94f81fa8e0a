import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { answerOnce, type Store, type Tenant, useToken } from '../store/index.ts';
import type { SignedCall } from './route.ts';

interface WriteInput {
  idempotencyKey: string;
}

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url');

/** For work that may take up to half a minute: it takes no connection from those who wait at a page. */
export const atLength = (store: Store): Pick<Store, 'inTenant'> => ({
  inTenant: (orgId, work) => store.atLength(orgId, work),
});

/** What the person asked for. The record's other fields may have changed when the same intention is sent again. */
const intentionOf = ({ caller, facts, input }: SignedCall<WriteInput>, operation: string) => ({
  orgId: caller.orgId,
  userId: caller.userId,
  operation,
  idempotencyKey: input.idempotencyKey,
  bodyHash: hashOf([facts.record?.['Id'] ?? null, input]),
});

/**
 * Does a write once: the token is used up in any case, in the database and for all processes; the work and its answer are
 * kept together, so that the same idempotency key gets the first answer again.
 * @throws AppError `signatureReplayed`, `idempotencyKeyReused`, `storeUnavailable`, and what `work` throws
 */
export const writeOnce = async <Answer extends object>(
  store: Pick<Store, 'inTenant'>,
  call: SignedCall<WriteInput>,
  operation: string,
  schema: z.ZodType<Answer>,
  work: (tenant: Tenant) => Promise<Answer>,
): Promise<Answer> => {
  const { orgId, tokenId, tokenExpiresAt } = call.caller;
  await store.inTenant(orgId, (tenant) => useToken(tenant, orgId, tokenId, tokenExpiresAt));
  return store.inTenant(orgId, (tenant) =>
    answerOnce(tenant, intentionOf(call, operation), schema, () => work(tenant)),
  );
};
