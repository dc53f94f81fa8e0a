import type { RecordReaction } from '../../store/index.ts';
import type { SuggestionsAnswer } from '../answer.ts';
import type { FindItem } from '../shape.ts';

/** Keeps the answer small; older ones come up when newer ones are undone. */
const shownAtMost = 20;

const isAway = ({ kind, showAgainOn }: RecordReaction, today: string): boolean =>
  kind !== 'dismissed' || showAgainOn === undefined || showAgainOn > today;

/**
 * The items that stepped aside on this record, each with its latest reaction. What has come back, was withdrawn or is not
 * for the viewer is left out. `reactions` newest first; `today` is the viewer's civil date.
 */
export const setAsideOf = (
  reactions: readonly RecordReaction[],
  find: FindItem,
  today: string,
): SuggestionsAnswer['setAside'] => {
  const latest = new Map<string, RecordReaction>();
  for (const reaction of reactions)
    if (!latest.has(reaction.itemId) && isAway(reaction, today)) latest.set(reaction.itemId, reaction);
  return [...latest.values()]
    .flatMap(({ itemId, kind, reactionId, showAgainOn }) => {
      const item = find(itemId);
      return item ? [{ itemId, title: item.title, kind, reactionId, until: showAgainOn }] : [];
    })
    .slice(0, shownAtMost);
};
