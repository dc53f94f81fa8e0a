import type { DealFacts, Dimension } from '../../journey/index.ts';
import { bestCandidates } from './candidates.ts';
import { groupAt } from './choose.ts';
import { targetsOf } from './effects.ts';
import type { MatchIndex } from './match-index.ts';
import type { Candidate } from './pool.ts';
import { reasonsFor, warningsFor } from './reasons.ts';
import { inRequest, type OpenShelf, type Request } from './request.ts';
import type { CompiledRule } from './rules.ts';
import { dimensionsByPoints } from './scoring.ts';
import type { MatchedItem, MatchResult, Viewer } from './types.ts';
import { varied } from './variety.ts';

const numberOf = ({ shelf, position }: Candidate): number => shelf.tags.numbers[position] ?? -1;

const speaksFor = ({ rule }: CompiledRule): boolean =>
  rule.effect === 'pin' || (rule.effect === 'boost' && rule.points > 0);

/** For each listed item the fired rules that put it up, in order of id. */
const supporters = (
  { index, fired, work }: Request,
  list: readonly Candidate[],
): ReadonlyMap<number, ReadonlySet<CompiledRule>> => {
  const rules = new Map<number, Set<CompiledRule>>();
  for (const candidate of list) {
    const number = numberOf(candidate);
    if (work.effects[number] !== 0) rules.set(number, new Set());
  }
  if (rules.size === 0) return rules;
  const byId = fired.filter(speaksFor).sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
  for (const rule of byId) targetsOf(index, rule, (number) => rules.get(number)?.add(rule));
  return rules;
};

const openShelf = ({ shelves: [base, changed] }: Request, { shelf }: Candidate): OpenShelf =>
  base.shelf === shelf ? base : changed;

const explained = (request: Request, list: readonly Candidate[]): readonly MatchedItem[] => {
  const rules = supporters(request, list);
  return list.map((candidate) => {
    const { item, score, pinned } = candidate;
    const own = [...(rules.get(numberOf(candidate)) ?? [])];
    const reasons = reasonsFor(request, openShelf(request, candidate), candidate, own);
    return {
      item,
      score,
      pinned,
      reasons,
      warnings: warningsFor(request, candidate),
    };
  });
};

/** Unknown dimensions that listed items are tagged with. */
const asked = (request: Request, list: readonly Candidate[]): readonly Dimension[] => {
  const tagged = list.reduce(
    (mask, candidate) => mask | groupAt(openShelf(request, candidate), candidate.position).mask,
    0,
  );
  return dimensionsByPoints.filter((_, bit) => ((tagged & ~request.known.mask) >> bit) & 1);
};

/**
 * The best items for a deal, best first, with the reasons; `viewer.limit` of them at most, and never more than 50.
 * Exactly what docs/matching.md says, for any order of input; a snapshot that is replaced meanwhile is not noticed.
 */
export const match = (index: MatchIndex, facts: DealFacts, viewer: Viewer): MatchResult =>
  inRequest(index, facts, viewer, (request) => {
    const list = varied(bestCandidates(request), viewer.limit);
    return { items: explained(request, list), asks: asked(request, list) };
  });
