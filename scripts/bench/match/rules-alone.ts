import { dateReader } from '../../../server/suggestions/match/dates.ts';
import { knownOf, type Scratch } from '../../../server/suggestions/match/known-values.ts';
import { numbersOf } from '../../../server/suggestions/match/limits.ts';
import { firedRules, type RuleIndex } from '../../../server/suggestions/match/rules.ts';
import type { Opening } from './data/deals.ts';

/** The rules of the index alone: which of them hold for a deal, by id, sorted. */
export const rulesAlone = (index: RuleIndex) => {
  const scratch: Scratch = [];
  const day = dateReader();
  return ({ facts, viewer }: Opening): readonly string[] => {
    const fired = firedRules(index, knownOf(facts), numbersOf(facts), day(viewer.today), scratch);
    return fired.map((rule) => index.rules[rule]?.id ?? '').sort();
  };
};
