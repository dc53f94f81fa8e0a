import { firstPlace } from './columns.ts';
import { type MatchIndex, numberOfId } from './match-index.ts';
import type { Reaction, Viewer } from './types.ts';
import { excluded, touch, type Workspace } from './workspace.ts';

/** Does an earlier target of the rule already stand for the whole translation group? */
const isRepeated = (
  { translationOf, rules }: MatchIndex,
  rule: number,
  at: number,
  group: number,
): boolean => {
  for (let earlier = rules.targetStarts[rule] ?? 0; earlier < at; earlier += 1) {
    if (translationOf[rules.targets[earlier] ?? 0] === group) return true;
  }
  return false;
};

const touchTargets = (index: MatchIndex, rule: number, work: Workspace): void => {
  const { targetStarts, targets, flags, points } = index.rules;
  const flag = flags[rule] ?? 0;
  const boost = points[rule] ?? 0;
  for (let at = targetStarts[rule] ?? 0; at < (targetStarts[rule + 1] ?? 0); at += 1) {
    const target = targets[at] ?? 0;
    const group = index.translationOf[target] ?? -1;
    if (group === -1) touch(work, target, flag, boost);
    else if (!isRepeated(index, rule, at, group)) {
      for (const member of index.members[group] ?? []) touch(work, member, flag, boost);
    }
  }
};

/** Marks what the fired rules do to items and their translations, once a rule and item; boosts of several rules add up. */
export const applyRules = (index: MatchIndex, fired: readonly number[], work: Workspace): void => {
  for (const rule of fired) touchTargets(index, rule, work);
};

/** Rules that aim at an item or one of its translations, each once, by position. */
export const rulesOn = (index: MatchIndex, number: number): readonly number[] => {
  const { aimedAt, aiming } = index.rules;
  const group = index.translationOf[number] ?? -1;
  const found = new Set<number>();
  for (const one of group === -1 ? [number] : (index.members[group] ?? [])) {
    const first = firstPlace(aimedAt.length, (place) => (aimedAt[place] ?? 0) < one);
    for (let at = first; aimedAt[at] === one; at += 1) found.add(aiming[at] ?? 0);
  }
  return [...found];
};

/** Used and shared items have done their work; dismissed ones stay away until their date, or for good without one. */
export const isAway = ({ kind, showAgainOn }: Reaction, today: string): boolean =>
  kind !== 'dismissed' || showAgainOn === undefined || showAgainOn > today;

/** What the viewer has reacted to steps aside, translations too. */
export const applyReactions = (index: MatchIndex, { reactions, today }: Viewer, work: Workspace): void => {
  for (const reaction of reactions) {
    const number = isAway(reaction, today) ? numberOfId(index, reaction.itemId) : -1;
    if (number === -1) continue;
    const group = index.translationOf[number] ?? -1;
    const away = group === -1 ? [number] : (index.members[group] ?? []);
    for (const member of away) touch(work, member, excluded, 0);
  }
};
