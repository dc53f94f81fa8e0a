import { z } from 'zod';
import { keySchema, salesforceIdSchema } from '../identifiers.ts';
import { dimensions } from '../journey/index.ts';
import { translationsOf } from './translation.ts';

/** How a touchpoint reaches somebody. `other` is work that nobody outside sees, such as writing a proposal. */
export const channels = ['email', 'call', 'meeting', 'other'] as const;

export type Channel = (typeof channels)[number];

/**
 * What offsets count from. `stageEntry`: the day on which the cadence began. `contractEnd`, `assetEnd` and
 * `competitorTermEnd` are counted back from; `anniversary` is the day of the first won deal of the account.
 */
export const anchors = [
  'stageEntry',
  'closeDate',
  'delivery',
  'contractEnd',
  'assetEnd',
  'competitorTermEnd',
  'anniversary',
] as const;

export type Anchor = (typeof anchors)[number];

const text = (max: number) => z.string().trim().min(1).max(max);

/** Who does it. Where the named one is missing or inactive, the owner of the record does. */
export const ownerRuleSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('recordOwner') }),
  z.strictObject({ by: z.literal('ownersManager') }),
  z.strictObject({ by: z.literal('teamRole'), role: text(80) }),
  z.strictObject({ by: z.literal('user'), userId: salesforceIdSchema }),
  z.strictObject({ by: z.literal('queue'), queueId: salesforceIdSchema }),
]);

/**
 * Whom it is for: the primary contact, the first with one of the roles (API values of `OpportunityContactRole.Role`), or
 * the person who joined. Where there is none, the primary contact.
 */
export const contactRuleSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('primary') }),
  z.strictObject({ by: z.literal('role'), roles: z.array(text(80)).min(1).max(10) }),
  z.strictObject({ by: z.literal('newcomer') }),
]);

const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'use HH:MM, 00:00 to 23:59');

/** Hours of the day in the contact's time zone. */
export const windowSchema = z
  .strictObject({ from: clockTime, to: clockTime })
  .refine(({ from, to }) => from < to, { message: 'from is not before to', path: ['to'] });

/** Facts of the record that must hold: each dimension one of its values. An unknown fact never excludes a step. */
export const conditionsSchema = z.partialRecord(
  z.enum(dimensions),
  z.array(z.string().min(1).max(80)).min(1).max(50),
);

/** How a touchpoint went. What was completed in Salesforce alone has none until somebody says. */
export const outcomes = ['positive', 'negative', 'neutral'] as const;

export type Outcome = (typeof outcomes)[number];

const branchSchema = z.strictObject({ stepId: keySchema, outcome: z.enum(outcomes) });

const offset = (limit: number) => z.int().min(-limit).max(limit).optional();

const repeatsSchema = z.strictObject({
  every: z.int().min(1).max(60),
  unit: z.enum(['weeks', 'months', 'years']),
  /** How often in all; without it as long as the cadence runs. */
  times: z.int().min(2).max(200).optional(),
});

/** What a step says to people. */
const wordsSchema = z.strictObject({
  /** Subject of the Task. */
  name: text(120),
  /** The sales objective that it serves (mission M12). */
  objective: text(200),
  /** What the customer has from it. */
  purpose: text(300),
  talkingPoints: z.tuple([text(200), text(200)]),
  /** One thing not to say. */
  dontSay: text(200),
});

const stepFields = z.strictObject({
  id: keySchema,
  ...wordsSchema.shape,
  translations: translationsOf(wordsSchema),
  channel: z.enum(channels),
  anchor: z.enum(anchors).default('stageEntry'),
  /** Exactly one of the three; 0 is the anchor's own day, negative counts back. */
  offsetBusinessDays: offset(520),
  offsetWeeks: offset(260),
  offsetMonths: offset(120),
  /** Steps that must have ended before. */
  dependsOn: z.array(keySchema).max(20).default([]),
  /** Taken only if one of these ended so: the branch after a reply, a call or a survey. */
  onlyIf: z.array(branchSchema).max(10).default([]),
  when: conditionsSchema.default({}),
  window: windowSchema.optional(),
  repeats: repeatsSchema.optional(),
  owner: ownerRuleSchema.default({ by: 'recordOwner' }),
  contact: contactRuleSchema.default({ by: 'primary' }),
  /** Content to use, in order of preference; what fits the deal best is shown first. */
  contentIds: z.array(keySchema).max(10).default([]),
  /** False for contractual mail and what the customer asked for: it does not use up the contact budget. */
  countsAsContact: z.boolean().default(true),
});

const offsets = ['offsetBusinessDays', 'offsetWeeks', 'offsetMonths'] as const;

/** One step of a cadence. */
export const stepSchema = stepFields.refine(
  (step) => offsets.filter((name) => step[name] !== undefined).length === 1,
  { message: `needs exactly one of ${offsets.join(', ')}`, path: ['offsetBusinessDays'] },
);

export type CadenceStep = z.infer<typeof stepSchema>;

/** Does somebody outside hear from us? These use up the contact budget; a meeting was agreed, so it does not. */
export const isOutbound = ({ channel, countsAsContact }: CadenceStep): boolean =>
  countsAsContact && (channel === 'email' || channel === 'call');

/** Every step that must have ended before this one. */
export const prerequisitesOf = ({ dependsOn, onlyIf }: CadenceStep): readonly string[] => [
  ...new Set([...dependsOn, ...onlyIf.map(({ stepId }) => stepId)]),
];
