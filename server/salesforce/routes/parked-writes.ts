import { z } from 'zod';
import { defineRoute, type Route } from '../../http/route.ts';
import { idempotencyKeySchema, writeAnswerSchema } from '../../http/write-back.ts';
import { writeOnce } from '../../http/write-once.ts';
import { audit, type Store, type Tenant } from '../../store/index.ts';
import { countOpen, type ParkedWrite, readParked, retryParked } from '../outbox/index.ts';
import { nameRecords, type NamedRecord } from './record-names.ts';

const recordSchema = z.strictObject({ recordId: z.string(), sobject: z.string(), name: z.string() });

const writeSchema = z.strictObject({
  id: z.uuid(),
  sobject: z.enum(['Task', 'Event']),
  /** In Salesforce; null if it was never made there. */
  recordId: z.string().nullable(),
  /** The account or opportunity that it is about, where the service knows it. */
  about: recordSchema.nullable(),
  /** Name of the user whose it is, where the service knows them. */
  owner: z.string().nullable(),
  /** Salesforce's code and words. */
  code: z.string(),
  message: z.string(),
  parkedAt: z.iso.datetime(),
});

export const parkedWritesSchema = z.strictObject({
  /** On their way: due now, or tried again by themselves. */
  waiting: z.int(),
  parked: z.int(),
  /** Those that were parked last first; at most 200. */
  writes: z.array(writeSchema),
});

const retryInputSchema = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  /** All that are parked if left out. */
  ids: z.array(z.uuid()).min(1).max(200).optional(),
});

export const retryAnswerSchema = writeAnswerSchema(z.strictObject({ retried: z.int() }));

const shape = (
  { relatedId, ownerId, parkedAt, ...write }: ParkedWrite,
  names: ReadonlyMap<string, NamedRecord>,
): z.input<typeof writeSchema> => ({
  ...write,
  about: names.get(relatedId ?? '') ?? null,
  owner: names.get(ownerId ?? '')?.name ?? null,
  parkedAt: parkedAt.toISOString(),
});

const read = async (tenant: Tenant, orgId: string): Promise<z.input<typeof parkedWritesSchema>> => {
  const counts = await countOpen(tenant, orgId);
  const parked = await readParked(tenant, orgId);
  const ids = parked.flatMap(({ relatedId, ownerId }) => [relatedId, ownerId]);
  const names = await nameRecords(tenant, orgId, ids);
  return { ...counts, writes: parked.map((write) => shape(write, names)) };
};

/** What Salesforce refused to have written, and trying it again. */
export const parkedWriteRoutes = ({ store }: { store: Store }): Route[] => [
  defineRoute({
    path: '/v1/salesforce/outbox',
    operation: 'parkedWrites',
    mode: 'read',
    permission: 'Inspire_Admin',
    summary: 'What could not be written to the org, with the words of Salesforce',
    input: z.strictObject({}),
    answer: parkedWritesSchema,
    handle: ({ caller: { orgId } }) => store.inTenant(orgId, (tenant) => read(tenant, orgId)),
  }),
  defineRoute({
    path: '/v1/salesforce/outbox/retry',
    operation: 'retryWrites',
    mode: 'write',
    permission: 'Inspire_Admin',
    summary: 'Try again what could not be written: the named ones, or all',
    input: retryInputSchema,
    answer: retryAnswerSchema,
    handle: (call) =>
      writeOnce(store, call, 'retryWrites', retryAnswerSchema, async (tenant) => {
        const { orgId, userId } = call.caller;
        const retried = await retryParked(tenant, orgId, call.input.ids);
        await audit(tenant, { orgId, userId, action: 'outbox.retry', detail: { retried } });
        return { answer: { retried }, writes: [] };
      }),
  }),
];
