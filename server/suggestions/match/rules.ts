import type { ContentMapping } from '../../content/index.ts';
import { startsByOwner } from './columns.ts';
import type { DateReader } from './dates.ts';
import { type Known, prepare, release, type Scratch } from './known-values.ts';
import { compileLimits, isWithin, type Limits } from './limits.ts';
import { firstWord, fittingBits, lastWord, lowestPosition } from './scan.ts';
import { indexTags, type TagIndex } from './tag-index.ts';
import { boosted, excluded, pinned } from './workspace.ts';

/** Rules, all columns by the position they have in the index of their conditions. */
export type RuleIndex = {
  readonly rules: readonly ContentMapping[];
  readonly conditions: TagIndex;
  readonly limits: Limits;
  readonly flags: Uint8Array;
  readonly points: Int8Array;
  /** What rule `r` aims at: numbers of item ids from `targetStarts[r]` up to `targetStarts[r + 1]`. */
  readonly targetStarts: Int32Array;
  readonly targets: Int32Array;
  /** The same by item: ascending numbers of item ids, and beside each the rule that aims at it. */
  readonly aimedAt: Int32Array;
  readonly aiming: Int32Array;
};

const flagOf = { pin: pinned, boost: boosted, exclude: excluded } as const;

type Targets = Pick<RuleIndex, 'targetStarts' | 'targets' | 'aimedAt' | 'aiming'>;

const targetsOf = (rules: readonly ContentMapping[], numberOf: (itemId: string) => number): Targets => {
  const pairs = rules.flatMap(({ itemIds }, rule) =>
    [...new Set(itemIds)].map((id) => ({ rule, number: numberOf(id) })),
  );
  const owners = pairs.map(({ rule }) => rule);
  const targetStarts = startsByOwner(owners, rules.length);
  const targets = Int32Array.from(pairs, ({ number }) => number);
  const byItem = pairs.sort((a, b) => a.number - b.number || a.rule - b.rule);
  const aimedAt = Int32Array.from(byItem, ({ number }) => number);
  return { targetStarts, targets, aimedAt, aiming: Int32Array.from(byItem, ({ rule }) => rule) };
};

export const compileRules = (
  mappings: readonly ContentMapping[],
  numberOf: (itemId: string) => number,
  day: DateReader,
): RuleIndex => {
  const conditions = indexTags({
    tags: mappings.map(({ when }) => when),
    lanes: new Uint8Array(mappings.length),
    ranks: new Int32Array(mappings.length),
  });
  const rules = Array.from(conditions.order, (at) => mappings[at]).filter((rule) => rule !== undefined);
  return {
    rules,
    conditions,
    limits: compileLimits(rules, day),
    flags: Uint8Array.from(rules, ({ effect }) => flagOf[effect]),
    points: Int8Array.from(rules, ({ effect, points }) => (effect === 'boost' ? points : 0)),
    ...targetsOf(rules, numberOf),
  };
};

/** Rules whose conditions are all known and hold today, by position. */
export const firedRules = (
  index: RuleIndex,
  known: Known,
  numbers: Float64Array,
  today: number,
  scratch: Scratch,
): readonly number[] => {
  const { conditions } = index;
  const fitting = prepare(conditions, known, scratch);
  const fired: number[] = [];
  for (let group = 0; group < conditions.keys.length; group += 1) {
    const mask = conditions.keys[group] ?? 0;
    if ((mask & ~known.mask) !== 0) continue;
    for (let word = firstWord(conditions, group); word <= lastWord(conditions, group); word += 1) {
      let bits = fittingBits(fitting, group, mask, 0, word);
      for (; bits !== 0; bits &= bits - 1) {
        const rule = lowestPosition(bits, word);
        if (isWithin(index.limits, rule, numbers, today)) fired.push(rule);
      }
    }
  }
  release(fitting, scratch);
  return fired;
};
