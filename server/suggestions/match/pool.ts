import { firstPlace } from './columns.ts';
import type { OpenShelf } from './request.ts';
import type { ShownItem } from './types.ts';

/** An item that may be listed, at its place. */
export type Candidate = {
  readonly open: OpenShelf;
  readonly position: number;
  readonly item: ShownItem;
  readonly score: number;
  /** Dimensions that are known and fit. */
  readonly specificity: number;
  readonly pinned: boolean;
};

type Ranked = Omit<Candidate, 'open' | 'position'>;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order of the list before variety; negative when `a` comes first. */
const compare = (a: Ranked, b: Ranked): number =>
  Number(b.pinned) - Number(a.pinned) ||
  b.score - a.score ||
  b.specificity - a.specificity ||
  compareText(b.item.reviewedOn, a.item.reviewedOn) ||
  compareText(a.item.id, b.item.id);

/** The best so many candidates, in order. */
export type Pool = {
  readonly best: readonly Candidate[];
  /** Fewer points than these do not get in without a pin. */
  readonly floor: number;
  /** Would exactly this get in? */
  readonly takes: (candidate: Ranked) => boolean;
  readonly add: (candidate: Candidate) => void;
};

export const createPool = (size: number): Pool => {
  const best: Candidate[] = [];
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
  const takes = (candidate: Ranked): boolean => {
    const last = full();
    return !last || compare(candidate, last) < 0;
  };
  const pool = { best, floor: -Infinity, takes, add };
  return pool;
};
