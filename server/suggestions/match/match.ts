import type { ContentMapping } from '../../content/index.ts';
import type { DealFacts, Dimension } from '../../journey/index.ts';
import { bestCandidates } from './candidates.ts';
import { standingAt } from './choose.ts';
import { visitTargets } from './effects.ts';
import type { MatchIndex } from './match-index.ts';
import type { Candidate } from './pool.ts';
import { reasonsFor, warningsFor } from './reasons.ts';
import { inRequest, type Request } from './request.ts';
import { dimensionsByPoints } from './scoring.ts';
import type { MatchedItem, MatchResult, Viewer } from './types.ts';
import { varied } from './variety.ts';
import { listed } from './workspace.ts';

const numberOf = ({ open, position }: Candidate): number => open.shelf.numbers[position] ?? -1;

const putsUp = ({ effect, points }: ContentMapping): boolean =>
  effect === 'pin' || (effect === 'boost' && points > 0);

/** For each listed item that rules touched, the fired rules that put it up, in order of id. */
const supporters = (
  { index, fired, work }: Request,
  list: readonly Candidate[],
): ReadonlyMap<number, readonly ContentMapping[]> => {
  const rules = new Map<number, ContentMapping[]>();
  for (const number of list.map(numberOf)) {
    if (work.effects[number] === 0) continue;
    work.effects[number] = (work.effects[number] ?? 0) | listed;
    rules.set(number, []);
  }
  if (rules.size === 0) return rules;
  for (const place of fired.sort((a, b) => a - b)) {
    const rule = index.rules.rules[place];
    if (!rule || !putsUp(rule)) continue;
    visitTargets(index, place, (number) => {
      if (((work.effects[number] ?? 0) & listed) !== 0) rules.get(number)?.push(rule);
    });
  }
  return rules;
};

const explained = (request: Request, list: readonly Candidate[]): readonly MatchedItem[] => {
  const rules = supporters(request, list);
  return list.map((candidate) => ({
    item: candidate.item,
    score: candidate.score,
    pinned: candidate.pinned,
    reasons: reasonsFor(request, candidate, rules.get(numberOf(candidate)) ?? []),
    warnings: warningsFor(request, candidate),
  }));
};

/** Unknown dimensions that listed items are tagged with, heaviest first. */
const asked = ({ known }: Request, list: readonly Candidate[]): readonly Dimension[] => {
  const tagged = list.reduce((mask, { open, position }) => mask | standingAt(open, position).mask, 0);
  return dimensionsByPoints.filter((_, bit) => (((tagged & ~known.mask) >> bit) & 1) === 1);
};

/**
 * The best items for a deal, best first, with the reasons: `viewer.limit` of them, never more than 50. The rules are those
 * of docs/matching.md. Takes 0.1 ms or so for 100,000 items.
 */
export const match = (index: MatchIndex, facts: DealFacts, viewer: Viewer): MatchResult =>
  inRequest(index, facts, viewer, (request) => {
    const list = varied(bestCandidates(request), viewer.limit);
    return { items: explained(request, list), asks: asked(request, list) };
  });
