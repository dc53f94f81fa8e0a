import { z } from 'zod';
import { keySchema, salesforceIdSchema } from '../identifiers.ts';
import { dimensions } from '../journey/index.ts';

/** What a rep can be shown. `training` refreshes a skill, `person` is a colleague to bring in, `tool` belongs to the sales web. */
export const contentKinds = [
  'document',
  'story',
  'presentation',
  'questions',
  'template',
  'checklist',
  'training',
  'person',
  'tool',
] as const;

/** Who may see the material. Internal items can not be shared by any route. */
export const audiences = ['internal', 'customerFacing', 'customerFacingNda'] as const;

const civilDate = z.iso.date();
const text = (max: number) => z.string().trim().min(1).max(max);

/** An item's tags are its mapping: a dimension without values is a wildcard, several values mean "any of these". */
export const tagsSchema = z.partialRecord(z.enum(dimensions), z.array(z.string().min(1).max(80)).max(50));

const author = z.strictObject({ name: text(80), userId: salesforceIdSchema.optional() });

const itemFields = z.strictObject({
  id: keySchema,
  kind: z.enum(contentKinds),
  title: text(120),
  /** Two sentences at most; also the text of a share. */
  summary: text(300),
  audience: z.enum(audiences).default('internal'),
  /** For customer stories: may the customer be named? */
  reference: z.enum(['named', 'anonymous', 'askFirst']).optional(),
  /** BCP 47. */
  language: z.string().min(2).max(20).default('en'),
  /** Items that say the same in several languages share this key; a rep sees one of them. */
  translationGroup: keySchema.optional(),
  author,
  coAuthors: z.array(author).max(20).default([]),
  reviewedOn: civilDate,
  reviewBy: civilDate,
  validFrom: civilDate.optional(),
  /** Last day on which the item is suggested. */
  expiresOn: civilDate.optional(),
  body: z.string().min(1).max(40_000).optional(),
  link: z
    .url({ protocol: /^https$/ })
    .max(2000)
    .optional(),
  /** For kind `person`: the colleague's User id and how to reach them. */
  userId: salesforceIdSchema.optional(),
  /** Reading or watching time in minutes. */
  minutes: z.int().min(1).max(600).optional(),
  /** A training item of 2–5 minutes shown beside this one. */
  refresherId: keySchema.optional(),
  /** `productPitch` is flagged in awareness, `costOfInaction` rises there. */
  nature: z.enum(['general', 'productPitch', 'costOfInaction']).default('general'),
  /** Custom permissions of which the viewer needs one; empty means every Inspire user. */
  visibleTo: z.array(z.enum(['Inspire_Manager', 'Inspire_Admin'])).default([]),
  tags: tagsSchema.default({}),
  derivedFrom: keySchema.optional(),
  replacedBy: keySchema.optional(),
  /** The shipped set an item came with. `demo` is marked "sample, do not send". */
  origin: z.enum(['starter', 'demo', 'own']).default('own'),
});

/** One piece of content as admins write it. Text items carry Markdown in `body`; `[[…]]` marks a blank to fill in. */
export const contentItemSchema = itemFields.refine(
  (item) => item.kind === 'person' || item.body || item.link,
  { message: 'needs a body or a link' },
);

/** An item without its text, as lists and matching need it. */
export const listedItemSchema = itemFields.omit({ body: true });

export type ContentItem = z.infer<typeof contentItemSchema>;
export type ListedItem = z.infer<typeof listedItemSchema>;
export type Tags = z.infer<typeof tagsSchema>;
