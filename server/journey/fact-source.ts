import { z } from 'zod';
import { dimensions } from './dimensions.ts';

/** `Inspire_Challenge__c`, `Account.Industry`, `OpportunityContactRoles.Role`: a path into the record that Apex read. */
const fieldPath = z
  .string()
  .regex(/^[A-Za-z]\w*(?:\.[A-Za-z]\w*)*$/, 'use API names joined by dots')
  .max(255);

/**
 * One row of the admin's fact table (mission M03): which field of which record a fact comes from, and what its
 * raw values mean. Several rows of one dimension are tried in `order`; the first that holds a value wins.
 */
export const factSourceSchema = z
  .strictObject({
    sobject: z.enum(['Opportunity', 'Account']),
    dimension: z.enum(dimensions).exclude(['stage', 'phase']),
    path: fieldPath,
    order: z.int().min(0).max(99).default(0),
    /** May a rep fill an unknown in from the panel? Written in the rep's own access. */
    writable: z.boolean().default(false),
    /**
     * What raw values mean. Comparison ignores case and outer space. `from` are exact values, `matches` are words to look
     * for in free text (a title), `range` is half-open [min, max) for numbers. A raw value that no row names is itself the value.
     */
    values: z
      .array(
        z.strictObject({
          value: z.string().min(1).max(80),
          label: z.string().min(1).max(80),
          /** The API value to write to the field; defaults to `label`. */
          write: z.string().min(1).max(255).optional(),
          from: z.array(z.string().min(1).max(255)).max(100).default([]),
          matches: z.array(z.string().min(2).max(80)).max(50).default([]),
          range: z.strictObject({ min: z.number().optional(), max: z.number().optional() }).optional(),
        }),
      )
      .max(200)
      .default([]),
  })
  .refine((row) => new Set(row.values.map((v) => v.value)).size === row.values.length, {
    message: 'names a value twice',
    path: ['values'],
  });

export type FactSource = z.infer<typeof factSourceSchema>;
