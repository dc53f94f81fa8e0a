import { z } from 'zod';
import { keySchema } from '../identifiers.ts';
import { lenses } from '../journey/index.ts';
import { conditionsSchema, stepSchema } from './step.ts';
import { languageSchema, translationsOf } from './translation.ts';

const text = (max: number) => z.string().trim().min(1).max(max);

/** What becomes of a running cadence when the deal leaves the stages that it began in. */
export const stagePolicies = ['cancel', 'keep', 'ask'] as const;

/**
 * What begins a cadence. `stageEntry`: the deal enters one of the stages (keys of the stage map, `*:Qualification`).
 * `newStakeholder`: somebody joins a running deal. `termEnd`: a contract, an asset or a competitor's term will end in so many
 * months. `byHand`: a rep or a Flow.
 */
export const startSchema = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('stageEntry'), stages: z.array(text(340)).min(1).max(50) }),
  z.strictObject({ on: z.literal('newStakeholder'), roles: z.array(text(80)).max(20).default([]) }),
  z.strictObject({
    on: z.literal('termEnd'),
    anchor: z.enum(['contractEnd', 'assetEnd', 'competitorTermEnd']),
    monthsBefore: z.int().min(1).max(36),
  }),
  z.strictObject({ on: z.literal('byHand') }),
]);

/** What a cadence says to people. */
const wordsSchema = z.strictObject({ title: text(120), aim: text(400), outcome: text(400) });

/** What enablement defines for a stretch of the customer's life: aim, exit outcome and steps (missions M20, M26 to M28). */
export const cadenceSchema = z.strictObject({
  id: keySchema,
  ...wordsSchema.shape,
  translations: translationsOf(wordsSchema),
  sobject: z.enum(['Opportunity', 'Account']).default('Opportunity'),
  /** Its place in the life cycle. */
  lifeCycle: z.enum(lenses.salesLifeCycle),
  /** Of its own words and those of its steps; reps whose language is among the translations read those. */
  language: languageSchema.default('en'),
  start: startSchema,
  /** Facts of the record that must hold for it to begin by itself. An unknown fact does not hinder. */
  when: conditionsSchema.default({}),
  stagePolicy: z.enum(stagePolicies).default('ask'),
  steps: z.array(stepSchema).min(1).max(40),
});

export type Cadence = z.infer<typeof cadenceSchema>;
