import type { ContentMapping } from '../../content/index.ts';
import { type DealFacts, type NumericFact, numericFacts } from '../../journey/index.ts';
import { type DateReader, firstDay, lastDay } from './dates.ts';
import { type Known, prepare, release, type Scratch } from './known-values.ts';
import { scanGroup } from './scan.ts';
import { indexTags, type TagIndex } from './tag-index.ts';

type Range = { readonly fact: NumericFact; readonly min: number; readonly max: number };

/** Rules in order of id, found through the same kind of index as items; the columns are by place in that order. */
export type RuleIndex = {
  readonly rules: readonly ContentMapping[];
  readonly conditions: TagIndex;
  readonly ranges: readonly (readonly Range[] | undefined)[];
  readonly validFrom: Int32Array;
  readonly validTo: Int32Array;
  /** What rule `r` aims at: numbers of item ids from `targetStarts[r]` up to `targetStarts[r + 1]`. */
  readonly targetStarts: Int32Array;
  readonly targets: Int32Array;
};

const rangesOf = ({ ranges }: ContentMapping): readonly Range[] | undefined => {
  const found = numericFacts.flatMap((fact) => {
    const range = ranges[fact];
    return range ? [{ fact, min: range.min ?? -Infinity, max: range.max ?? Infinity }] : [];
  });
  return found.length > 0 ? found : undefined;
};

export const compileRules = (
  mappings: readonly ContentMapping[],
  numberOf: (itemId: string) => number,
  day: DateReader,
): RuleIndex => {
  const rules = mappings.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const targets = rules.map(({ itemIds }) => [...new Set(itemIds)].map(numberOf));
  const targetStarts = new Int32Array(rules.length + 1);
  targets.forEach((own, rule) => (targetStarts[rule + 1] = (targetStarts[rule] ?? 0) + own.length));
  return {
    rules,
    conditions: indexTags({
      tags: rules.map(({ when }) => when),
      lanes: new Uint8Array(rules.length),
      ranks: new Int32Array(rules.length),
    }),
    ranges: rules.map(rangesOf),
    validFrom: Int32Array.from(rules, (rule) =>
      rule.validFrom === undefined ? firstDay : day(rule.validFrom),
    ),
    validTo: Int32Array.from(rules, (rule) => (rule.validTo === undefined ? lastDay : day(rule.validTo))),
    targetStarts,
    targets: Int32Array.from(targets.flat()),
  };
};

const isInRange = (ranges: readonly Range[], numbers: DealFacts['numbers']): boolean =>
  ranges.every(({ fact, min, max }) => {
    const value = numbers[fact];
    return value !== undefined && value >= min && value <= max;
  });

/** Rules whose conditions are all known and hold today, by their places, in no particular order. */
export const firedRules = (
  index: RuleIndex,
  known: Known,
  numbers: DealFacts['numbers'],
  today: number,
  scratch: Scratch,
): number[] => {
  const { conditions, ranges, validFrom, validTo } = index;
  const fitting = prepare(conditions, known, scratch);
  const fired: number[] = [];
  const visit = (position: number): boolean => {
    const rule = conditions.order[position] ?? 0;
    const isValid = (validFrom[rule] ?? lastDay) <= today && today <= (validTo[rule] ?? firstDay);
    if (!isValid) return true;
    const own = ranges[rule];
    if (!own || isInRange(own, numbers)) fired.push(rule);
    return true;
  };
  for (let group = 0; group < conditions.masks.length; group += 1) {
    const mask = conditions.masks[group] ?? 0;
    if ((mask & ~known.mask) === 0) scanGroup(fitting, group, mask, visit);
  }
  release(fitting, scratch);
  return fired;
};
