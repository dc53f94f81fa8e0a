import type { DealFacts } from '../../../../server/journey/index.ts';
import type { Viewer } from '../../../../server/suggestions/match/index.ts';
import {
  dimensionPoints,
  naturePoints,
  phaseGuard,
  poolSize,
  unknownPoints,
} from '../../../../server/suggestions/match/scoring.ts';
import { knownOf } from '../plain/fire.ts';
import type { Codes } from './codes.ts';

export type Query = { readonly text: string; readonly values: readonly unknown[] };

/** One parameter for each known dimension: the codes of its values. */
const knownCodes = (facts: DealFacts, codes: Codes) => {
  const known = knownOf(facts);
  return dimensionPoints.flatMap(([dimension, points], bit) => {
    const values = known.get(dimension)?.map(({ key }) => codes.codeOf(dimension, key));
    return values ? [{ bit, points, values, anyOrOpen: [...values, codes.codeOf(dimension, '*')] }] : [];
  });
};

const away = ({ reactions, today }: Viewer): readonly string[] =>
  reactions
    .filter(
      ({ kind, showAgainOn }) => kind !== 'dismissed' || showAgainOn === undefined || showAgainOn > today,
    )
    .map(({ itemId }) => itemId);

/**
 * The best candidates in one statement, written for this deal: only the dimensions that are known take part, each as a
 * condition that the inverted index can answer.
 */
export const candidateQuery = (facts: DealFacts, viewer: Viewer, codes: Codes): Query => {
  const values: unknown[] = [];
  const parameter = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
  const known = knownCodes(facts, codes);
  const mask = known.reduce((bits, { bit }) => bits | (1 << bit), 0);
  const fits = known.map(({ anyOrOpen }) => `spots && ${parameter(anyOrOpen, 'int[]')}`);
  const scored = known.map(({ points, values: own }) => ({ points, codes: parameter(own, 'int[]') }));
  const today = parameter(viewer.today, 'date');
  const amount = parameter(facts.numbers.amount ?? null, 'numeric');
  const perms = parameter(viewer.perms, 'text[]');
  const gone = parameter(away(viewer), 'text[]');
  const language = parameter(viewer.language.replaceAll('_', '-').toLowerCase(), 'text');
  const guard = naturePoints[phaseGuard(facts)];
  const all = (conditions: readonly string[]): string => conditions.join(' and ') || 'true';
  const sum = (terms: readonly string[]): string => terms.join(' + ') || '0';
  const text = `
    with fired as materialized (
      select id, effect, points from rule
      where mask & ${~mask & 0x7ff} = 0 and ${all(fits)}
        and (valid_from is null or valid_from <= ${today}) and (valid_to is null or valid_to >= ${today})
        and (not bounded or ${amount} <@ amount)
    ), touched as materialized (
      select item_id, bool_or(effect = 'pin') as pinned, bool_or(effect = 'exclude') as excluded,
        coalesce(sum(points) filter (where effect = 'boost'), 0)::int as boost, array_agg(fired.id) as rules
      from fired join target on rule_id = fired.id group by item_id
    ), fitting as (
      select item.*, coalesce(pinned, false) as pinned, coalesce(boost, 0) as boost, rules
      from item left join touched on item_id = item.id where ${all(fits)} and excluded is not true
      union all
      select item.*, pinned, boost, rules from touched join item on item_id = item.id
      where pinned and not excluded and not (${all(fits)})
    ), visible as (
      select *, ${sum(scored.map(({ points, codes: own }) => `case when tagged && ${own} then ${points} else 0 end`))}
          - ${unknownPoints} * bit_count((mask & ${~mask & 0x7ff})::bit(11))::int + boost
          + case nature when 'productPitch' then ${guard.productPitch} when 'costOfInaction' then ${guard.costOfInaction} else 0 end as score,
        ${sum(scored.map(({ codes: own }) => `(tagged && ${own})::int`))} as specificity,
        row_number() over (partition by translations order by case
          when lower(language) = ${language} then 0
          when split_part(lower(language), '-', 1) = split_part(${language}, '-', 1) then 1
          when split_part(lower(language), '-', 1) = 'en' then 2 else 3 end, id) as translation
      from fitting
      where (valid_from is null or valid_from <= ${today}) and (expires_on is null or expires_on >= ${today})
        and (visible_to = '{}' or visible_to && ${perms})
        and translations not in (select translations from item where id = any(${gone}))
    )
    select id, score::int, specificity::int, pinned, rules from visible where translation = 1
    order by pinned desc, score desc, specificity desc, reviewed_on desc, id limit ${poolSize}`;
  return { text, values };
};
