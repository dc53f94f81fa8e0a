import { z } from 'zod';
import { salesforceIdSchema } from '../identifiers.ts';

/** What only Apex fills in: the record as the user may read it, and what the user may do with it. */
export const factsSchema = z
  .object({
    record: z.record(z.string(), z.unknown()).nullable().default(null),
    access: z
      .object({ edit: z.boolean().default(false), createTask: z.boolean().default(false) })
      .default({ edit: false, createTask: false }),
    /** API paths such as `Opportunity.Amount` that the user may not read. */
    hiddenFields: z.array(z.string().max(255)).max(500).default([]),
    /** Paths that the org's query asks for, such as `Account.Industry`; without them every path counts as asked for. */
    selectedFields: z.array(z.string().max(255)).max(500).optional(),
    /** Of the records that a Flow asks about those that its user may see, and which of them they may edit. */
    records: z
      .array(
        z.strictObject({
          Id: salesforceIdSchema,
          sobject: z.enum(['Opportunity', 'Account']),
          edit: z.boolean(),
        }),
      )
      .max(200)
      .default([]),
  })
  .meta({ id: 'Facts' });

export type Facts = z.infer<typeof factsSchema>;
