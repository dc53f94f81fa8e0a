import { notShareable } from '../content/index.ts';
import {
  type DealFacts,
  type Dimension,
  type DimensionFact,
  dimensions,
  type FillCircumstances,
  fillsOf,
} from '../journey/index.ts';
import type { Suggestion, SuggestionsAnswer } from './answer.ts';
import type { MatchedItem, ShownItem } from './match/index.ts';

export type FindItem = (itemId: string) => Pick<ShownItem, 'id' | 'title' | 'minutes'> | undefined;

const refresherOf = (item: ShownItem, find: FindItem): Suggestion['refresher'] => {
  const refresher = item.refresherId === undefined ? undefined : find(item.refresherId);
  return refresher && { itemId: refresher.id, title: refresher.title, minutes: refresher.minutes };
};

/** One line of the list. `find` sees only what the viewer may see; `today` is the viewer's civil date. */
export const shapeSuggestion = (
  { item, reasons, warnings }: MatchedItem,
  find: FindItem,
  today: string,
): Suggestion => {
  const obstacle = notShareable(item);
  return {
    itemId: item.id,
    version: item.version,
    kind: item.kind,
    title: item.title,
    summary: item.summary,
    audience: item.audience,
    reference: item.reference,
    shareable: obstacle === undefined,
    author: item.author,
    reviewedOn: item.reviewedOn,
    freshness: item.reviewBy < today ? 'due' : 'fresh',
    reasons: [...reasons],
    warnings: [...warnings],
    sample: item.origin === 'demo',
    notShareable: obstacle,
    minutes: item.minutes,
    link: item.link,
    userId: item.userId,
    refresher: refresherOf(item, find),
  };
};

export const shapeStage = ({ stage }: DealFacts): SuggestionsAnswer['stage'] =>
  stage && {
    stageName: stage.stageName,
    mapped: stage.mapping !== undefined,
    changeDecision: stage.changeDecision,
    activities: [...(stage.mapping?.activities ?? [])],
    phase: stage.phase,
    aim: stage.mapping?.aim,
    exitOutcome: stage.mapping?.exitOutcome,
  };

const shapeFact = (
  dimension: Dimension,
  fact: DimensionFact,
  circumstances: FillCircumstances,
): SuggestionsAnswer['facts'][number] => {
  const [fill] = fillsOf(fact, circumstances);
  return {
    dimension,
    state: fact.state,
    values: fact.values.map(({ value, label, about }) => ({ value, label, about })),
    ...(fill && {
      fill: {
        recordId: fill.recordId,
        field: fill.field,
        options: fill.options.map(({ value, label }) => ({ value, label })),
        about: fill.about,
        suggested: fill.suggested,
      },
    }),
  };
};

/** The strip: what the list asks for first, then what is known, then other unknowns that may be filled in. */
export const shapeFacts = (
  deal: DealFacts,
  asks: readonly Dimension[],
  circumstances: FillCircumstances,
): SuggestionsAnswer['facts'] => {
  const rest = dimensions.filter(
    (dimension) => dimension !== 'stage' && dimension !== 'phase' && !asks.includes(dimension),
  );
  return [...asks, ...rest]
    .map((dimension) => shapeFact(dimension, deal.dimensions[dimension], circumstances))
    .filter(({ dimension, state, fill }) => state !== 'unknown' || fill || asks.includes(dimension));
};
