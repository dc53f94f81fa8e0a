import type { ContentMapping } from '../../content/index.ts';
import { lowestPlace, wordsFor } from './bitsets.ts';
import { boosted, excluded, pinned } from './effect-flags.ts';
import type { Fitting } from './known-values.ts';
import { compileLimits, isWithin, type Limits } from './limits.ts';
import { type Named, type Reach, reachOf, type Translations } from './reach.ts';
import { firstWord, fittingBits, lastWord } from './scan.ts';
import { indexTags, type TagIndex } from './tag-index.ts';
import { tagCollector } from './tags.ts';

/** Rules, all columns by the position they have in the index of their conditions. */
export type RuleIndex = {
  readonly rules: readonly ContentMapping[];
  readonly conditions: TagIndex;
  readonly limits: Limits;
  readonly flags: Uint8Array;
  readonly points: Int8Array;
  readonly named: Named;
  readonly reach: Reach;
};

/** What rules depend on beside the values of dimensions: which of these are known, the deal's numbers, and the day. */
export type Circumstances = {
  readonly known: number;
  readonly numbers: Float64Array;
  readonly today: number;
};

const flagOf = { pin: pinned, boost: boosted, exclude: excluded } as const;

const namedBy = (rules: readonly ContentMapping[], numberOf: (itemId: string) => number): Named => {
  const starts = new Int32Array(rules.length + 1);
  const numbers: number[] = [];
  rules.forEach(({ itemIds }, rule) => {
    for (const id of itemIds) numbers.push(numberOf(id));
    starts[rule + 1] = numbers.length;
  });
  return { starts, numbers: new Int32Array(numbers) };
};

/** The same rules for items that are translations of others than before. */
export const withTranslations = (index: Omit<RuleIndex, 'reach'>, translations: Translations): RuleIndex => ({
  ...index,
  reach: reachOf(index.named, translations),
});

export const compileRules = (
  mappings: readonly ContentMapping[],
  numberOf: (itemId: string) => number,
  translations: Translations,
): RuleIndex => {
  const { add, collect } = tagCollector();
  for (const { when } of mappings) add(when);
  const collected = collect();
  const { index: conditions, order } = indexTags({
    tags: collected,
    keys: collected.masks,
    order: Int32Array.from(mappings.keys()),
  });
  const rules = Array.from(order, (at) => mappings[at]).filter((rule) => rule !== undefined);
  const columns = {
    limits: compileLimits(rules),
    flags: Uint8Array.from(rules, ({ effect }) => flagOf[effect]),
    points: Int8Array.from(rules, ({ effect, points }) => (effect === 'boost' ? points : 0)),
    named: namedBy(rules, numberOf),
  };
  return withTranslations({ rules, conditions, ...columns }, translations);
};

/**
 * Rules whose conditions are all known and hold today, by position; `marks` gets a 1 at the place of each. `fitting` is of
 * their conditions.
 */
export const firedRules = (
  { conditions, limits }: RuleIndex,
  fitting: Fitting,
  { known, numbers, today }: Circumstances,
  marks: Uint8Array,
): readonly number[] => {
  const fired: number[] = [];
  const fire = (group: number): void => {
    const mask = conditions.keys[group] ?? 0;
    if ((mask & ~known) !== 0) return;
    const last = lastWord(conditions, group);
    for (let word = firstWord(conditions, group); word <= last; word += 1) {
      let bits = fittingBits(conditions, fitting, group, mask, 0, word);
      for (; bits !== 0; bits &= bits - 1) {
        const rule = lowestPlace(bits, word);
        if (!isWithin(limits, rule, numbers, today)) continue;
        fired.push(rule);
        marks[rule] = 1;
      }
    }
  };
  for (let word = 0; word < wordsFor(conditions.keys.length); word += 1) {
    for (let bits = fitting.groups[word] ?? 0; bits !== 0; bits &= bits - 1) fire(lowestPlace(bits, word));
  }
  return fired;
};
