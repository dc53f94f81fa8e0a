import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { civilDate } from '../../http/calendar.ts';
import { defineRoute, type Route, type SignedCall } from '../../http/route.ts';
import type { Store } from '../../store/index.ts';
import { readItem } from '../configuration/index.ts';
import { audiences, contentItemSchema, contentKinds } from '../item.ts';
import { renderMarkdown } from '../markdown.ts';
import { blanksOfItem, countOpenBlanks, notShareable } from '../sharing.ts';
import { isVisible } from '../visibility.ts';

const inputSchema = z.strictObject({ itemId: z.string().min(1).max(80) });

const answerSchema = z.strictObject({
  itemId: z.string(),
  version: z.int(),
  kind: z.enum(contentKinds),
  title: z.string(),
  summary: z.string(),
  /** Safe to show: no raw HTML of the author, links are https only, blanks are marked. */
  html: z.string(),
  /** The text as it was written, to be copied. */
  text: z.string(),
  /** What is still to be filled in, in the order in which it stands. */
  blanks: z.array(z.string()),
  audience: z.enum(audiences),
  shareable: z.boolean(),
  notShareable: z.enum(['internal', 'openBlanks', 'sample', 'person']).optional(),
  reference: contentItemSchema.shape.reference,
  author: z.string(),
  coAuthors: z.array(z.string()),
  reviewedOn: z.iso.date(),
  freshness: z.enum(['fresh', 'due']),
  minutes: z.int().optional(),
  link: z.string().optional(),
  userId: z.string().optional(),
  sample: z.boolean(),
});

export interface ItemParts {
  store: Store;
  now: () => Date;
}

/**
 * One item to read.
 * @throws AppError `itemUnknown`, alike for unknown, withdrawn, expired and invisible ones and those of other orgs
 */
const showItem = async (
  { caller, input: { itemId } }: SignedCall<z.infer<typeof inputSchema>>,
  { store, now }: ItemParts,
): Promise<z.input<typeof answerSchema>> => {
  const today = civilDate(now(), caller.timeZone);
  const found = await readItem(store, caller.orgId, itemId);
  if (!found || !isVisible(found.item, { permissions: caller.permissions, today }))
    throw new AppError('itemUnknown', `There is no item "${itemId}" for you.`);
  const { item, version } = found;
  const text = item.body ?? '';
  const blanks = blanksOfItem(item);
  const obstacle = notShareable({ ...item, openBlanks: countOpenBlanks(item) > 0 });
  const { kind, title, summary, audience, reference, reviewedOn, minutes, link, userId } = item;
  return {
    ...{ itemId, version, kind, title, summary, audience, reference, reviewedOn, minutes, link },
    ...{ userId, text, blanks },
    html: renderMarkdown(text),
    shareable: obstacle === undefined,
    notShareable: obstacle,
    author: item.author.name,
    coAuthors: item.coAuthors.map(({ name }) => name),
    freshness: item.reviewBy < today ? 'due' : 'fresh',
    sample: item.origin === 'demo',
  };
};

export const itemRoute = (parts: ItemParts): Route =>
  defineRoute({
    path: '/v1/content/item',
    operation: 'content',
    mode: 'read',
    permission: 'Inspire_Use',
    summary: 'Read one item of the library',
    input: inputSchema,
    answer: answerSchema,
    handle: (call) => showItem(call, parts),
  });
