import type { PublishedItem } from '../../content/index.ts';
import type { ShownItem } from './types.ts';

/** The part of an item that the list shows. */
export const shownItem = (item: PublishedItem): ShownItem => ({
  id: item.id,
  version: item.version,
  kind: item.kind,
  title: item.title,
  summary: item.summary,
  audience: item.audience,
  reference: item.reference,
  language: item.language,
  nature: item.nature,
  origin: item.origin,
  author: item.author.name,
  reviewedOn: item.reviewedOn,
  reviewBy: item.reviewBy,
  minutes: item.minutes,
  link: item.link,
  contentDocumentId: item.contentDocumentId,
  userId: item.userId,
  refresherId: item.refresherId,
  openBlanks: item.openBlanks,
});
