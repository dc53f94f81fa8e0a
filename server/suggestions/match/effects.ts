import { type MatchIndex, numberOfId } from './match-index.ts';
import type { Reaction, Viewer } from './types.ts';
import { boosted, excluded, pinned, touch, type Workspace } from './workspace.ts';

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

/** Every item that a rule aims at, once: what is done to an item is done to its translations. */
export const visitTargets = (index: MatchIndex, rule: number, visit: (number: number) => void): void => {
  const { targetStarts, targets } = index.rules;
  for (let at = targetStarts[rule] ?? 0; at < (targetStarts[rule + 1] ?? 0); at += 1) {
    const target = targets[at] ?? 0;
    const group = index.translationOf[target] ?? -1;
    if (group === -1) visit(target);
    else if (!isRepeated(index, rule, at, group)) index.members[group]?.forEach(visit);
  }
};

const flags = { pin: pinned, boost: boosted, exclude: excluded } as const;

/** Marks what the fired rules do to items; boosts of several rules add up. */
export const applyRules = (index: MatchIndex, fired: readonly number[], work: Workspace): void => {
  let flag = 0;
  let points = 0;
  const mark = (number: number): void => touch(work, number, flag, points);
  for (const rule of fired) {
    const { effect, points: boost } = index.rules.rules[rule] ?? { effect: 'boost', points: 0 };
    flag = flags[effect];
    points = effect === 'boost' ? boost : 0;
    visitTargets(index, rule, mark);
  }
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
