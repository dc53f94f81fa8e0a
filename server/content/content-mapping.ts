import { z } from 'zod';
import { keySchema } from '../identifiers.ts';
import { numericFacts } from '../journey/index.ts';
import { tagsSchema } from './item.ts';

const civilDate = z.iso.date();

const range = z
  .strictObject({ min: z.number().optional(), max: z.number().optional() })
  .refine((r) => r.min === undefined || r.max === undefined || r.min <= r.max, {
    message: 'min is above max',
  });

/**
 * The admin's rule, an exception to what the tags say (mission M03). All of `when` must be known and hold: a rule never
 * fires on an unknown fact. `pin` puts items first, `boost` moves them by `points`, `exclude` takes them out.
 */
export const contentMappingSchema = z
  .strictObject({
    id: keySchema,
    name: z.string().trim().min(1).max(120),
    when: tagsSchema.default({}),
    ranges: z.partialRecord(z.enum(numericFacts), range).default({}),
    /** First and last civil day on which the rule holds. */
    validFrom: civilDate.optional(),
    validTo: civilDate.optional(),
    effect: z.enum(['pin', 'boost', 'exclude']),
    points: z.int().min(-100).max(100).default(0),
    itemIds: z.array(z.string().min(1).max(80)).min(1).max(200),
  })
  .refine((rule) => rule.effect !== 'boost' || rule.points !== 0, {
    message: 'a boost needs points',
    path: ['points'],
  })
  .refine((rule) => !rule.validFrom || !rule.validTo || rule.validFrom <= rule.validTo, {
    message: 'validFrom is after validTo',
    path: ['validTo'],
  });

export type ContentMapping = z.infer<typeof contentMappingSchema>;
