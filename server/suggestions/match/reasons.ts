import type { ContentMapping } from '../../content/index.ts';
import type { Dimension, FactValue } from '../../journey/index.ts';
import type { Clause } from '../../http/clause.ts';
import { rulesOn } from './effects.ts';
import type { Fitting } from './known-values.ts';
import { allDimensions, inactionLane, laneOf, lowestDimension, pitchLane } from './keys.ts';
import type { Candidate } from './pool.ts';
import { holds } from './bitsets.ts';
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

/** The first known value of a dimension that the thing at a position carries. */
const valueOf = (
  { facts }: Request,
  { postings }: Fitting,
  position: number,
  dimension: number,
): FactValue | undefined => {
  const at = postings[dimension]?.findIndex(
    (posting) => posting !== undefined && holds(posting.positions, position),
  );
  const name = dimensionsByPoints[dimension];
  return at === undefined || name === undefined ? undefined : facts.dimensions[name].values[at];
};

const putsUp = ({ effect, points }: ContentMapping): boolean =>
  effect === 'pin' || (effect === 'boost' && points > 0);

type Supporter = { readonly place: number; readonly rule: ContentMapping };

/** The rules that hold and put the item up, in order of id. */
const supporters = (request: Request, { number }: Candidate): readonly Supporter[] =>
  rulesOn(request, number)
    .flatMap((place) => {
      const rule = request.index.rules.rules[place];
      return rule && putsUp(rule) ? [{ place, rule }] : [];
    })
    .sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1));

/** Dimensions that speak for the item, by its own tags or by the rules that put it up, heaviest first. */
const dimensionClauses = (
  request: Request,
  { open, position, key }: Candidate,
  rules: readonly Supporter[],
): Clause[] => {
  const clauses: Clause[] = [];
  const speaking = rules.length === 0 ? key & allDimensions : allDimensions;
  for (let left = request.known.mask & speaking; left !== 0; left &= left - 1) {
    const dimension = lowestDimension(left);
    const name = dimensionsByPoints[dimension];
    const isTagged = ((key >> dimension) & 1) === 1;
    let value = isTagged ? valueOf(request, open.fitting, position, dimension) : undefined;
    for (const { place, rule } of rules) {
      if (name && rule.when[name]) value ??= valueOf(request, request.conditions, place, dimension);
    }
    if (name && value) clauses.push(dimensionClause(name, value));
  }
  return clauses;
};

/**
 * Why an item is listed, most specific first: what it fits, the phase, then the rules that pinned it and those that raised
 * it, each in order of id.
 */
export const reasonsFor = (request: Request, candidate: Candidate): readonly Clause[] => {
  const rules = supporters(request, candidate);
  const reasons = dimensionClauses(request, candidate, rules);
  if (request.guard !== 'none' && laneOf(candidate.key) === inactionLane) {
    reasons.push({ code: reasonCodes.costOfInaction, values: [] });
  }
  for (const { rule } of rules) {
    if (rule.effect === 'pin') reasons.push({ code: reasonCodes.pinnedBy, values: [rule.name] });
  }
  for (const { rule } of rules) {
    if (rule.effect === 'boost') reasons.push({ code: reasonCodes.raisedBy, values: [rule.name] });
  }
  return reasons.length > 0 ? reasons : [{ code: reasonCodes.fitsEveryDeal, values: [] }];
};

/** Flagged, never blocked: a pitch before the customer has decided to change. */
export const warningsFor = ({ guard }: Request, { key }: Candidate): readonly Clause[] =>
  guard !== 'none' && laneOf(key) === pitchLane ? [{ code: warningCodes.earlyForPhase, values: [] }] : [];
