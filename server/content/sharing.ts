import type { ContentItem } from './item.ts';

const blank = /\[\[([^[\]]+)\]\]/g;

/** The blanks of a template, `[[your figure]]`, in the order in which they stand; each once. */
export const blanksOf = (body: string): string[] => [
  ...new Set([...body.matchAll(blank)].map(([, words = '']) => words.trim())),
];

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
