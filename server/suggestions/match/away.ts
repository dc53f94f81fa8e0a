import { type MatchIndex, numberOfId } from './match-index.ts';
import type { Reaction, Viewer } from './types.ts';

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
