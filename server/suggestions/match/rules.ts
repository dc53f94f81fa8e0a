import type { ContentMapping } from '../../content/index.ts';
import { type DealFacts, type NumericFact, numericFacts } from '../../journey/index.ts';
import { type DateReader, firstDay, lastDay } from './dates.ts';
import { type Fitting, type Known, prepare, release, type Scratch } from './known-values.ts';
import { scanGroup } from './scan.ts';
import { indexTags, type TagIndex } from './tag-index.ts';

type Range = {
  readonly fact: NumericFact;
  readonly min: number;
  readonly max: number;
};

export type CompiledRule = {
  readonly rule: ContentMapping;
  /** What it aims at, as numbers of item ids. */
  readonly targets: Int32Array;
  readonly ranges: readonly Range[];
  readonly validFrom: number;
  readonly validTo: number;
};

/** Rules by id, found through the same kind of index as items. */
export type RuleIndex = {
  readonly rules: readonly CompiledRule[];
  readonly conditions: TagIndex;
};

const rangesOf = ({ ranges }: ContentMapping): readonly Range[] =>
  numericFacts.flatMap((fact) => {
    const range = ranges[fact];
    return range ? [{ fact, min: range.min ?? -Infinity, max: range.max ?? Infinity }] : [];
  });

export const compileRules = (
  mappings: readonly ContentMapping[],
  numberOf: (itemId: string) => number,
  day: DateReader,
): RuleIndex => {
  const rules = mappings
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((rule) => ({
      rule,
      targets: Int32Array.from(new Set(rule.itemIds), numberOf),
      ranges: rangesOf(rule),
      validFrom: rule.validFrom === undefined ? firstDay : day(rule.validFrom),
      validTo: rule.validTo === undefined ? lastDay : day(rule.validTo),
    }));
  return {
    rules,
    conditions: indexTags(
      rules.map(({ rule }, number) => ({
        number,
        tags: rule.when,
        lane: 0,
        rank: 0,
      })),
    ),
  };
};

const holdsToday = (rule: CompiledRule, numbers: DealFacts['numbers'], today: number): boolean =>
  rule.validFrom <= today &&
  today <= rule.validTo &&
  rule.ranges.every(({ fact, min, max }) => {
    const value = numbers[fact];
    return value !== undefined && value >= min && value <= max;
  });

/** Rules whose conditions are all known and hold today, by id. */
export const firedRules = (
  index: RuleIndex,
  known: Known,
  numbers: DealFacts['numbers'],
  today: number,
  scratch: Scratch,
): readonly CompiledRule[] => {
  const fitting: Fitting = prepare(index.conditions, known, scratch);
  const fired: CompiledRule[] = [];
  const visit = (position: number): boolean => {
    const rule = index.rules[index.conditions.numbers[position] ?? -1];
    if (rule && holdsToday(rule, numbers, today)) fired.push(rule);
    return true;
  };
  for (const group of index.conditions.groups) {
    if ((group.mask & ~known.mask) === 0) scanGroup(fitting, group, group.mask, visit);
  }
  release(fitting, scratch);
  return fired;
};
