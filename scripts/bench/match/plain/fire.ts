import { type DealFacts, type Dimension, factKey, type FactValue } from '../../../../server/journey/index.ts';
import { dimensionsByPoints } from '../../../../server/suggestions/match/scoring.ts';
import type { PlainLibrary, PlainRule } from './prepare.ts';

/** Known values by dimension, in the order of the facts. */
export type Known = ReadonlyMap<Dimension, readonly { readonly key: string; readonly value: FactValue }[]>;

export const knownOf = (facts: DealFacts): Known =>
  new Map(
    dimensionsByPoints
      .map((dimension) => {
        const values = facts.dimensions[dimension].values.map((value) => ({
          key: factKey(value.value),
          value,
        }));
        return [dimension, values] as const;
      })
      .filter(([, values]) => values.length > 0),
  );

export const firstFit = (
  known: Known,
  dimension: Dimension,
  values: ReadonlySet<string>,
): FactValue | undefined => {
  for (const { key, value } of known.get(dimension) ?? []) if (values.has(key)) return value;
  return undefined;
};

const holds = ({ rule, when, ranges }: PlainRule, known: Known, facts: DealFacts, today: string): boolean => {
  if (rule.validFrom !== undefined && rule.validFrom > today) return false;
  if (rule.validTo !== undefined && rule.validTo < today) return false;
  for (const { dimension, values } of when) if (!firstFit(known, dimension, values)) return false;
  const numbers: Readonly<Record<string, number | undefined>> = facts.numbers;
  for (const [name, { min, max }] of ranges) {
    const value = numbers[name];
    if (value === undefined || (min !== undefined && value < min) || (max !== undefined && value > max))
      return false;
  }
  return true;
};

export const firedRules = (
  library: PlainLibrary,
  known: Known,
  facts: DealFacts,
  today: string,
): readonly PlainRule[] => library.rules.filter((rule) => holds(rule, known, facts, today));

export type Effects = {
  readonly pins: PlainRule[];
  readonly boosts: PlainRule[];
  excluded: boolean;
};

/** What the fired rules do, by item. */
export const effectsOf = (fired: readonly PlainRule[]): ReadonlyMap<string, Effects> => {
  const effects = new Map<string, Effects>();
  for (const rule of fired) {
    for (const id of rule.targets) {
      const own = effects.get(id) ?? { pins: [], boosts: [], excluded: false };
      if (rule.rule.effect === 'pin') own.pins.push(rule);
      else if (rule.rule.effect === 'boost') own.boosts.push(rule);
      else own.excluded = true;
      effects.set(id, own);
    }
  }
  return effects;
};
