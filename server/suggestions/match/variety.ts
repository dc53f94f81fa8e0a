import type { Candidate } from './pool.ts';
import { outlineAt } from './shown.ts';
import { varietyPoints } from './scoring.ts';

/** How many items of each kind and by each author a list already has. */
const tally = () => {
  const kinds = new Map<string | undefined, number>();
  const authors = new Map<string | undefined, number>();
  const outlineOf = ({ open, position }: Candidate) => outlineAt(open.shelf.shown, position);
  return {
    count: (candidate: Candidate): void => {
      const { kind, author } = outlineOf(candidate) ?? {};
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      authors.set(author, (authors.get(author) ?? 0) + 1);
    },
    /** The points left to a candidate beside what is counted. */
    worth: (candidate: Candidate): number => {
      const { kind, author } = outlineOf(candidate) ?? {};
      const taken =
        varietyPoints.kind * (kinds.get(kind) ?? 0) + varietyPoints.author * (authors.get(author) ?? 0);
      return candidate.score - taken;
    },
  };
};

/** The place of the candidate of most worth, the first on a tie; their scores only fall, and no worth is above its score. */
const worthiest = (waiting: readonly Candidate[], worth: (candidate: Candidate) => number): number => {
  let best = 0;
  let most = -Infinity;
  for (let at = 0; at < waiting.length; at += 1) {
    const candidate = waiting[at];
    if (!candidate || candidate.score <= most) break;
    const own = worth(candidate);
    if (own > most) {
      most = own;
      best = at;
    }
  }
  return best;
};

/**
 * Pinned items keep their places. Each further place goes to the item with the most points left after points are taken
 * off for every item of its kind and every item of its author that the list already has; the earlier in the pool on a tie.
 */
export const varied = (pool: readonly Candidate[], limit: number): readonly Candidate[] => {
  const { count, worth } = tally();
  const list = pool.filter(({ pinned }) => pinned).slice(0, limit);
  const waiting = pool.filter(({ pinned }) => !pinned);
  for (const pinned of list) count(pinned);
  while (list.length < limit && waiting.length > 0) {
    const [next] = waiting.splice(worthiest(waiting, worth), 1);
    if (!next) break;
    list.push(next);
    count(next);
  }
  return list;
};
