import { firstPlace } from './columns.ts';
import type { Standing } from './choose.ts';
import { compareIds, type MatchIndex } from './match-index.ts';

/** An item that may be listed, at its place. */
export type Candidate = Standing & {
  readonly score: number;
  /** Dimensions that are known and fit. */
  readonly specificity: number;
  readonly pinned: boolean;
};

const reviewDay = ({ open, position }: Candidate): number => open.shelf.reviewedOn[position] ?? 0;

/** The best so many candidates, in order. */
export type Pool = {
  readonly best: readonly Candidate[];
  /** Fewer points than these do not get in without a pin. */
  readonly floor: number;
  /** Would exactly this get in? */
  readonly takes: (candidate: Candidate) => boolean;
  readonly add: (candidate: Candidate) => void;
};

export const createPool = (index: MatchIndex, size: number): Pool => {
  const best: Candidate[] = [];

  /** The order of the list before variety; negative when `a` comes first. */
  const compare = (a: Candidate, b: Candidate): number => {
    if (a.pinned !== b.pinned) return a.pinned ? -1 : 1;
    return (
      b.score - a.score ||
      b.specificity - a.specificity ||
      reviewDay(b) - reviewDay(a) ||
      compareIds(index, a.number, b.number)
    );
  };

  const full = (): Candidate | undefined => (best.length < size ? undefined : best.at(-1));
  const add = (candidate: Candidate): void => {
    const place = firstPlace(best.length, (at) => {
      const other = best[at];
      return other !== undefined && compare(other, candidate) < 0;
    });
    best.splice(place, 0, candidate);
    if (best.length > size) best.pop();
    const last = full();
    if (last) pool.floor = last.pinned ? Infinity : last.score;
  };
  const takes = (candidate: Candidate): boolean => {
    const last = full();
    return !last || compare(candidate, last) < 0;
  };
  const pool = { best, floor: -Infinity, takes, add };
  return pool;
};
