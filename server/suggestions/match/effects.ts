import { boostShift, excluded } from './effect-flags.ts';
import type { MatchIndex } from './match-index.ts';
import type { RuleIndex } from './rules.ts';
import type { Workspace } from './workspace.ts';

/** What of a match says which rules hold. */
type Matching = { readonly index: MatchIndex; readonly work: Workspace };

type Effects = Pick<Workspace, 'effects' | 'touched'>;

/** Adds a boost and flags to what is done to an item. Whatever is done has a flag, so that it is never 0. */
const touch = ({ effects, touched }: Effects, number: number, boost: number, flags: number): void => {
  const before = effects[number] ?? 0;
  if (before === 0) touched.push(number);
  effects[number] = (before + (boost << boostShift)) | flags;
};

/** Notes what the rules that hold do to the items that they reach, and keeps those away that reactions keep away. Boosts add up. */
export const noteEffects = (
  { flags, points, reach }: RuleIndex,
  fired: readonly number[],
  away: ReadonlySet<number>,
  work: Effects,
): void => {
  for (const rule of fired) {
    const end = reach.starts[rule + 1] ?? 0;
    for (let at = reach.starts[rule] ?? 0; at < end; at += 1) {
      touch(work, reach.targets[at] ?? 0, points[rule] ?? 0, flags[rule] ?? 0);
    }
  }
  for (const number of away) touch(work, number, 0, excluded);
};

/** What the rules that hold, and the viewer's reactions, do to an item; 0 for nothing at all. */
export const effectOn = ({ work }: { readonly work: Effects }, number: number): number =>
  work.effects[number] ?? 0;

/** The places of the rules that hold and reach the item. */
export const rulesOn = ({ index, work }: Matching, number: number): readonly number[] => {
  const { byItemStarts, byItem } = index.rules.reach;
  const places: number[] = [];
  const end = byItemStarts[number + 1] ?? 0;
  for (let at = byItemStarts[number] ?? 0; at < end; at += 1) {
    const rule = byItem[at] ?? 0;
    if (work.fired[rule] === 1) places.push(rule);
  }
  return places;
};
