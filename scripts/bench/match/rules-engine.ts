import { Engine, type RuleProperties } from 'json-rules-engine';
import { type DealFacts, factKey } from '../../../server/journey/index.ts';
import { dimensionsByPoints } from '../../../server/suggestions/match/scoring.ts';
import type { PlainLibrary, PlainRule } from './plain/prepare.ts';

const asNumber = (date: string): number => Number(date.replaceAll('-', ''));

const properties = ({ rule, when, ranges }: PlainRule): RuleProperties => ({
  name: rule.id,
  event: { type: rule.id },
  conditions: {
    all: [
      ...when.map(({ dimension, values }) => ({ fact: dimension, operator: 'meets', value: [...values] })),
      ...ranges.flatMap(([fact, { min, max }]) => [
        ...(min === undefined ? [] : [{ fact, operator: 'greaterThanInclusive', value: min }]),
        ...(max === undefined ? [] : [{ fact, operator: 'lessThanInclusive', value: max }]),
      ]),
      { fact: 'today', operator: 'greaterThanInclusive', value: asNumber(rule.validFrom ?? '0000-01-01') },
      { fact: 'today', operator: 'lessThanInclusive', value: asNumber(rule.validTo ?? '9999-12-31') },
    ],
  },
});

/** The rules alone in json-rules-engine: which of them hold for a deal, by id. */
export const rulesEngine = (library: PlainLibrary) => {
  const engine = new Engine(library.rules.map(properties), { allowUndefinedFacts: true });
  engine.addOperator<string[], string[]>('meets', (known, wanted) =>
    known.some((value) => wanted.includes(value)),
  );
  return async (facts: DealFacts, today: string): Promise<readonly string[]> => {
    const known = dimensionsByPoints.map(
      (dimension) =>
        [dimension, facts.dimensions[dimension].values.map(({ value }) => factKey(value))] as const,
    );
    const { events } = await engine.run({
      ...Object.fromEntries(known),
      ...facts.numbers,
      today: asNumber(today),
    });
    return events.map(({ type }) => type);
  };
};
