import type { ContentItem } from './item.ts';

const blank = /\[\[([^[\]]+)\]\]/g;

type Written = Pick<ContentItem, 'title' | 'summary' | 'body'>;

/** Where words can stand that leave the house; a line each, so that no blank reaches from one to the next. */
const wordsOf = ({ title, summary, body = '' }: Written): string => [title, summary, body].join('\n');

/** The blanks of a template, `[[your figure]]`, in the order in which they stand; each once. */
export const blanksOf = (words: string): string[] => [
  ...new Set([...words.matchAll(blank)].map(([, name = '']) => name.trim())),
];

/** The blanks of an item that can be named: title, summary and text. */
export const blanksOfItem = (item: Written): string[] => blanksOf(wordsOf(item));

/** How often an item opens a blank. A nested blank, or one that is never closed, has no name and is open all the same. */
export const countOpenBlanks = (item: Written): number => wordsOf(item).split('[[').length - 1;

export type NotShareable = 'internal' | 'openBlanks' | 'sample' | 'person';

/** Why an item can not leave the house, by any route; `undefined` when it can. */
export const notShareable = (
  item: Pick<ContentItem, 'audience' | 'origin' | 'kind'> & { openBlanks: boolean },
): NotShareable | undefined => {
  if (item.audience === 'internal') return 'internal';
  if (item.origin === 'demo') return 'sample';
  if (item.kind === 'person') return 'person';
  return item.openBlanks ? 'openBlanks' : undefined;
};
