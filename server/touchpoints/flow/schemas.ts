import { z } from 'zod';
import { channels } from '../../cadences/index.ts';
import { idempotencyKeySchema, writeAnswerSchema } from '../../http/write-back.ts';

/** As many as Flow hands to an action at a time. */
const atATime = 200;

/** As a Flow has it: null where its variable was empty, or held something that is no record id. */
const given = z.string().max(100).nullable();

const inOrder = <Result extends z.ZodType>(result: Result) =>
  z.strictObject({
    /** One for each request, in the same order. */
    results: z.array(result),
  });

/** How to tell the person who builds the Flow; `code` does not change, so that a Flow can decide by it. */
const said = { code: z.string(), message: z.string() };

export const flowEnrollInputSchema = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  requests: z
    .array(z.strictObject({ recordId: given, cadenceId: given }))
    .min(1)
    .max(atATime),
});

export const flowEnrollAnswerSchema = writeAnswerSchema(
  inOrder(
    z.strictObject({
      /** The cadence runs on the record now, whoever began it. */
      isEnrolled: z.boolean(),
      ...said,
    }),
  ),
);

export const flowNextInputSchema = z.strictObject({
  requests: z
    .array(z.strictObject({ recordId: given }))
    .min(1)
    .max(atATime),
});

export const flowNextAnswerSchema = inOrder(
  z.strictObject({
    hasNext: z.boolean(),
    ...said,
    touchpointId: z.string().optional(),
    name: z.string().optional(),
    channel: z.enum(channels).optional(),
    dueOn: z.iso.date().optional(),
    state: z.enum(['current', 'held', 'planned']).optional(),
  }),
);

export type FlowEnrollInput = z.infer<typeof flowEnrollInputSchema>;
export type FlowEnrollAnswer = z.infer<typeof flowEnrollAnswerSchema>;
export type FlowNextInput = z.infer<typeof flowNextInputSchema>;
export type FlowNextAnswer = z.infer<typeof flowNextAnswerSchema>;
