import { dayNumber } from '../../../server/suggestions/match/dates.ts';
import { knownOf, prepare, type Scratch } from '../../../server/suggestions/match/known-values.ts';
import { numbersOf } from '../../../server/suggestions/match/limits.ts';
import { firedRules, type RuleIndex } from '../../../server/suggestions/match/rules.ts';
import type { Opening } from './data/deals.ts';

/** The rules of the index alone: which of them hold for a deal, by id. */
export const rulesAlone = (index: RuleIndex) => {
  const scratch: Scratch = [];
  const marks = new Uint8Array(index.rules.length);
  return ({ facts, viewer }: Opening): readonly string[] => {
    const known = knownOf(facts);
    const conditions = prepare(index.conditions, known, scratch);
    const circumstances = {
      known: known.mask,
      numbers: numbersOf(facts),
      today: dayNumber(viewer.today),
    };
    const fired = firedRules(index, conditions, circumstances, marks);
    return fired.map((rule) => index.rules[rule]?.id ?? '');
  };
};
