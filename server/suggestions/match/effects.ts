import { type MatchIndex, numberOfId } from './match-index.ts';
import type { CompiledRule } from './rules.ts';
import type { Reaction, Viewer } from './types.ts';
import { boosted, excluded, mark, pinned, type Workspace } from './workspace.ts';

/** An item and all its translations: what is done to one is done to all. */
const withTranslations = (index: MatchIndex, number: number, visit: (number: number) => void): void => {
  const group = index.translationOf[number] ?? -1;
  if (group === -1) visit(number);
  else for (const member of index.members[group] ?? []) visit(member);
};

/** Every item that a rule aims at; an item that two of its targets lead to comes twice. */
export const targetsOf = (index: MatchIndex, rule: CompiledRule, visit: (number: number) => void): void => {
  for (const target of rule.targets) withTranslations(index, target, visit);
};

const effects = { pin: pinned, boost: boosted, exclude: excluded } as const;

/** Marks what the fired rules do to items; boosts of several rules add up. */
export const applyRules = (index: MatchIndex, fired: readonly CompiledRule[], work: Workspace): void => {
  let turn = 0;
  let effect = 0;
  let points = 0;
  const touch = (number: number): void => {
    if (work.lastRule[number] === turn) return;
    work.lastRule[number] = turn;
    mark(work, number, effect);
    work.boosts[number] = (work.boosts[number] ?? 0) + points;
  };
  for (const rule of fired) {
    turn += 1;
    effect = effects[rule.rule.effect];
    points = rule.rule.effect === 'boost' ? rule.rule.points : 0;
    targetsOf(index, rule, touch);
  }
};

/** Used and shared items have done their work; dismissed ones stay away until their date, or for good without one. */
export const isAway = ({ kind, showAgainOn }: Reaction, today: string): boolean =>
  kind !== 'dismissed' || showAgainOn === undefined || showAgainOn > today;

export const applyReactions = (index: MatchIndex, { reactions, today }: Viewer, work: Workspace): void => {
  for (const reaction of reactions) {
    const number = isAway(reaction, today) ? numberOfId(index, reaction.itemId) : -1;
    if (number !== -1) withTranslations(index, number, (member) => mark(work, member, excluded));
  }
};
