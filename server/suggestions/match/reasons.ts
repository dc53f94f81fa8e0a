import type { ContentMapping } from '../../content/index.ts';
import { type DealFacts, type Dimension, factKey, type FactValue } from '../../journey/index.ts';
import type { Clause } from '../answer.ts';
import { standingAt } from './choose.ts';
import type { Candidate } from './pool.ts';
import { holds } from './postings.ts';
import type { Request } from './request.ts';
import { dimensionsByPoints } from './scoring.ts';

/** What a reason can say beside a dimension that fits, whose code is the dimension's name; with the values of its sentence. */
export const reasonCodes = {
  /** [label]: a role that somebody plays, nobody in particular. */
  buyerRoleInvolved: 'buyerRoleInvolved',
  /** []: what standing still costs, before the customer has decided to change. */
  costOfInaction: 'costOfInaction',
  /** [rule name] */
  pinnedBy: 'pinnedBy',
  /** [rule name] */
  raisedBy: 'raisedBy',
  /** []: no tag speaks for it, none against. */
  fitsEveryDeal: 'fitsEveryDeal',
} as const;

export const warningCodes = {
  /** []: a pitch before the customer has decided to change. */
  earlyForPhase: 'earlyForPhase',
} as const;

/** One dimension's clause, made of the value that fits. Somebody's role names them, and their title if they have one. */
const dimensionClause = (dimension: Dimension, value: FactValue): Clause => {
  if (dimension !== 'buyerRole') return { code: dimension, values: [value.label] };
  return value.about === undefined
    ? { code: reasonCodes.buyerRoleInvolved, values: [value.label] }
    : { code: 'buyerRole', values: [value.about, value.title ?? value.label] };
};

/** The first known value that the item is tagged with. */
const valueOfItem = ({ open, position }: Candidate, dimension: Dimension, bit: number, facts: DealFacts) => {
  const postings = open.fitting.postings[bit] ?? [];
  const at = postings.findIndex((posting) => posting !== undefined && holds(posting, position));
  return at === -1 ? undefined : facts.dimensions[dimension].values[at];
};

/** The first known value that the rule asks for. */
const valueOfRule = (
  { when }: ContentMapping,
  dimension: Dimension,
  facts: DealFacts,
): FactValue | undefined => {
  const wanted = when[dimension]?.map(factKey);
  return wanted && facts.dimensions[dimension].values.find(({ value }) => wanted.includes(factKey(value)));
};

/** Dimensions that speak for the item, by its own tags or by the rules that put it up, heaviest first. */
const dimensionClauses = (
  { facts }: Request,
  candidate: Candidate,
  rules: readonly ContentMapping[],
): Clause[] => {
  const { mask } = standingAt(candidate.open, candidate.position);
  const clauses: Clause[] = [];
  dimensionsByPoints.forEach((dimension, bit) => {
    let value = ((mask >> bit) & 1) === 1 ? valueOfItem(candidate, dimension, bit, facts) : undefined;
    for (const rule of rules) value ??= valueOfRule(rule, dimension, facts);
    if (value) clauses.push(dimensionClause(dimension, value));
  });
  return clauses;
};

/**
 * Why an item is listed, most specific first: what it fits, the phase, then the rules that pinned it and those that raised
 * it, each in order of id. `rules` are those rules.
 */
export const reasonsFor = (
  request: Request,
  candidate: Candidate,
  rules: readonly ContentMapping[],
): readonly Clause[] => {
  const named = (effect: 'pin' | 'boost', code: string): readonly Clause[] =>
    rules.filter((rule) => rule.effect === effect).map(({ name }) => ({ code, values: [name] }));
  const rises = request.guard !== 'none' && candidate.item.nature === 'costOfInaction';
  const reasons = [
    ...dimensionClauses(request, candidate, rules),
    ...(rises ? [{ code: reasonCodes.costOfInaction, values: [] }] : []),
    ...named('pin', reasonCodes.pinnedBy),
    ...named('boost', reasonCodes.raisedBy),
  ];
  return reasons.length > 0 ? reasons : [{ code: reasonCodes.fitsEveryDeal, values: [] }];
};

/** Flagged, never blocked: a pitch before the customer has decided to change. */
export const warningsFor = ({ guard }: Request, { item }: Candidate): readonly Clause[] =>
  guard !== 'none' && item.nature === 'productPitch'
    ? [{ code: warningCodes.earlyForPhase, values: [] }]
    : [];
