import { z } from 'zod';

/** What Apex writes as the user, each field only if the operation allows it. With a key it is created once. */
export const writeBackSchema = z
  .strictObject({
    sobject: z.string(),
    /** `Inspire_Key__c` of a row to create. */
    key: z.string().optional(),
    /** 18-character id of a row to change. */
    id: z.string().optional(),
    fields: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  })
  .meta({ id: 'WriteBack' });

export type WriteBack = z.infer<typeof writeBackSchema>;

/** The answer of every write: what the panel gets, and what Apex writes. */
export const writeAnswerSchema = <Answer extends z.ZodType>(answer: Answer) =>
  z.strictObject({ answer, writes: z.array(writeBackSchema) });

/** The panel makes one for each thing the person wants done. */
export const idempotencyKeySchema = z
  .uuid()
  .describe('One for each intention; the same again gets the first answer.');
