import { z } from 'zod';
import { audiences, contentItemSchema, contentKinds } from '../content/index.ts';
import { clauseSchema } from '../http/clause.ts';
import { dimensions, journeyPhases } from '../journey/index.ts';

export const suggestionSchema = z.strictObject({
  itemId: z.string(),
  version: z.int(),
  kind: z.enum(contentKinds),
  title: z.string(),
  summary: z.string(),
  audience: z.enum(audiences),
  /** Internal items, samples and items with open blanks are not; `notShareable` says which. */
  shareable: z.boolean(),
  notShareable: z.enum(['internal', 'openBlanks', 'sample', 'person']).optional(),
  /** For customer stories: may the customer be named? */
  reference: contentItemSchema.shape.reference,
  author: z.string(),
  reviewedOn: z.iso.date(),
  /** `due` once the review date has passed. */
  freshness: z.enum(['fresh', 'due']),
  minutes: z.int().optional(),
  link: z.string().optional(),
  userId: z.string().optional(),
  refresher: z
    .strictObject({ itemId: z.string(), title: z.string(), minutes: z.int().optional() })
    .optional(),
  /** Most specific first; the panel joins the first two into one sentence. */
  reasons: z.array(clauseSchema),
  warnings: z.array(clauseSchema),
  sample: z.boolean(),
});

/** A fact on the strip. `unknown` ones are what the panel asks for. */
export const factSchema = z.strictObject({
  dimension: z.enum(dimensions),
  state: z.enum(['known', 'readFromTitle', 'unknown']),
  values: z.array(z.strictObject({ value: z.string(), label: z.string(), about: z.string().optional() })),
  /** Present when the viewer may write it: the record and the values to choose from. */
  fill: z
    .strictObject({
      recordId: z.string(),
      field: z.string(),
      /** Whose fact it is, where the record has several people. */
      about: z.string().optional(),
      /** The value read from free text, waiting to be confirmed. */
      suggested: z.string().optional(),
      options: z.array(z.strictObject({ value: z.string(), label: z.string() })),
    })
    .optional(),
});

export const suggestionsAnswerSchema = z.strictObject({
  recordId: z.string(),
  stage: z
    .strictObject({
      stageName: z.string(),
      mapped: z.boolean(),
      phase: z.enum(journeyPhases).optional(),
      changeDecision: z.enum(['confirmed', 'missing', 'notNeeded']),
      aim: z.string().optional(),
      exitOutcome: z.string().optional(),
      activities: z.array(z.strictObject({ name: z.string(), objective: z.string() })),
    })
    .optional(),
  suggestions: z.array(suggestionSchema),
  /** Already used, shared or dismissed on this record: stepped aside, still to be found. */
  setAside: z.array(
    z.strictObject({
      itemId: z.string(),
      title: z.string(),
      kind: z.enum(['used', 'shared', 'dismissed']),
      reactionId: z.string(),
      /** For dismissals: first civil day on which it may come back. */
      until: z.iso.date().optional(),
    }),
  ),
  facts: z.array(factSchema),
  /** Whom a share can be addressed to: people on the record whose address the viewer may read, the primary one first. */
  recipients: z.array(z.strictObject({ name: z.string(), givenName: z.string(), email: z.string() })),
  /** What the rep should know about this list: unmapped stage, missing change decision, hidden fields, reactions not loaded. */
  notices: z.array(clauseSchema),
  /** Publication number the list was made from. */
  publication: z.int(),
});

export type Suggestion = z.infer<typeof suggestionSchema>;
export type SuggestionsAnswer = z.infer<typeof suggestionsAnswerSchema>;
