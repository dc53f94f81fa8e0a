import { boostShift, excluded } from './effect-flags.ts';
import type { Request } from './request.ts';

/** The places of the rules that hold and reach the item. */
export const rulesOn = ({ index, work }: Request, number: number): readonly number[] => {
  const { byItemStarts, byItem } = index.rules.reach;
  const reaching = byItem.subarray(byItemStarts[number] ?? 0, byItemStarts[number + 1] ?? 0);
  return Array.from(reaching).filter((rule) => work.fired[rule] === 1);
};

/** What the rules that hold, and the viewer's reactions, do to an item; 0 for nothing at all. Boosts add up. */
export const effectOn = ({ index, work, away }: Request, number: number): number => {
  const { flags, points, reach } = index.rules;
  const end = reach.byItemStarts[number + 1] ?? 0;
  let effect = away.has(number) ? excluded : 0;
  for (let at = reach.byItemStarts[number] ?? 0; at < end; at += 1) {
    const rule = reach.byItem[at] ?? 0;
    if (work.fired[rule] === 1) effect = (effect + ((points[rule] ?? 0) << boostShift)) | (flags[rule] ?? 0);
  }
  return effect;
};
