import { type DealFacts, type Dimension, factKey, type FactValue } from '../../journey/index.ts';
import type { Clause } from '../answer.ts';
import type { Candidate } from './pool.ts';
import { holds } from './postings.ts';
import type { OpenShelf, Request } from './request.ts';
import type { CompiledRule } from './rules.ts';
import { dimensionsByPoints } from './scoring.ts';

/** One dimension's clause, made of the value that fits. Somebody's role names them, and their title if they have one. */
const dimensionClause = (dimension: Dimension, value: FactValue): Clause => {
  if (dimension !== 'buyerRole') return { code: dimension, values: [value.label] };
  return value.about === undefined
    ? { code: 'buyerRoleInvolved', values: [value.label] }
    : { code: 'buyerRole', values: [value.about, value.title ?? value.label] };
};

/** The first known value that the item is tagged with. */
const valueOfItem = ({ fitting }: OpenShelf, position: number, bit: number, facts: DealFacts) => {
  const at =
    fitting.postings[bit]?.findIndex((posting) => posting !== undefined && holds(posting, position)) ?? -1;
  const dimension = dimensionsByPoints[bit];
  return at === -1 || !dimension ? undefined : facts.dimensions[dimension].values[at];
};

/** The first known value that the rule asks for. */
const valueOfRule = (
  { rule }: CompiledRule,
  dimension: Dimension,
  facts: DealFacts,
): FactValue | undefined => {
  const wanted = rule.when[dimension]?.map(factKey) ?? [];
  return facts.dimensions[dimension].values.find(({ value }) => wanted.includes(factKey(value)));
};

/** Dimensions that speak for the item, by its own tags or by the rules that put it up, heaviest first. */
const dimensionClauses = (
  { facts }: Request,
  open: OpenShelf,
  { position }: Candidate,
  rules: readonly CompiledRule[],
): readonly Clause[] =>
  dimensionsByPoints.flatMap((dimension, bit) => {
    let value = valueOfItem(open, position, bit, facts);
    for (const rule of rules) value ??= valueOfRule(rule, dimension, facts);
    return value ? [dimensionClause(dimension, value)] : [];
  });

/**
 * Why an item is listed, most specific first: what it fits, the phase, then the rules that pinned it and those that raised
 * it, each in order of id. `rules` are those rules.
 */
export const reasonsFor = (
  request: Request,
  open: OpenShelf,
  candidate: Candidate,
  rules: readonly CompiledRule[],
): readonly Clause[] => {
  const named = (effect: 'pin' | 'boost', code: string): readonly Clause[] =>
    rules.flatMap(({ rule }) => (rule.effect === effect ? [{ code, values: [rule.name] }] : []));
  const rises = request.guard !== 'none' && candidate.item.nature === 'costOfInaction';
  const reasons = [
    ...dimensionClauses(request, open, candidate, rules),
    ...(rises ? [{ code: 'costOfInaction', values: [] }] : []),
    ...named('pin', 'pinnedBy'),
    ...named('boost', 'raisedBy'),
  ];
  return reasons.length > 0 ? reasons : [{ code: 'fitsEveryDeal', values: [] }];
};

/** Flagged, never blocked: a pitch before the customer has decided to change. */
export const warningsFor = ({ guard }: Request, { item }: Candidate): readonly Clause[] =>
  guard !== 'none' && item.nature === 'productPitch' ? [{ code: 'earlyForPhase', values: [] }] : [];
