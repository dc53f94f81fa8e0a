import { type MatchIndex, numberOfId } from './match-index.ts';
import type { Request } from './request.ts';
import type { Reaction, Viewer } from './types.ts';

/** What rules and reactions do to an item: flags, and above them the points of its boosts. */
export const pinned = 1;
export const excluded = 2;
export const boosted = 4;
const boostShift = 3;

export const boostOf = (effect: number): number => effect >> boostShift;

/** Used and shared items have done their work; dismissed ones stay away until their date, or for good without one. */
export const isAway = ({ kind, showAgainOn }: Reaction, today: string): boolean =>
  kind !== 'dismissed' || showAgainOn === undefined || showAgainOn > today;

/** The numbers of what the viewer has reacted to and that steps aside, translations too. */
export const awayItems = (index: MatchIndex, { reactions, today }: Viewer): ReadonlySet<number> => {
  const away = new Set<number>();
  for (const reaction of reactions) {
    const number = isAway(reaction, today) ? numberOfId(index, reaction.itemId) : -1;
    if (number === -1) continue;
    away.add(number);
    for (const member of index.members[index.translationOf[number] ?? -1] ?? []) away.add(member);
  }
  return away;
};

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
