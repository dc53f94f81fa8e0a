import type { DealFacts, Dimension } from '../../journey/index.ts';
import { bestCandidates } from './candidates.ts';
import type { MatchIndex } from './match-index.ts';
import type { Candidate } from './pool.ts';
import { reasonsFor, warningsFor } from './reasons.ts';
import { openRequest, type Request } from './request.ts';
import { dimensionsByPoints } from './scoring.ts';
import { shownAt } from './shown.ts';
import type { MatchedItem, MatchResult, Viewer } from './types.ts';
import { varied } from './variety.ts';

const explained = (request: Request, list: readonly Candidate[]): readonly MatchedItem[] =>
  list.flatMap((candidate) => {
    const { open, position, score, pinned } = candidate;
    const item = shownAt(open.shelf.shown, position);
    const reasons = reasonsFor(request, candidate);
    return item ? [{ item, score, pinned, reasons, warnings: warningsFor(request, candidate) }] : [];
  });

/** Unknown dimensions that listed items are tagged with, heaviest first. */
const asked = ({ known }: Request, list: readonly Candidate[]): readonly Dimension[] => {
  const tagged = list.reduce((mask, { key }) => mask | key, 0);
  return dimensionsByPoints.filter((_, bit) => (((tagged & ~known.mask) >> bit) & 1) === 1);
};

/**
 * The best items for a deal, best first, with the reasons: `viewer.limit` of them, never more than 50. The rules are those
 * of docs/matching.md. Takes about half a millisecond for 100,000 items.
 */
export const match = (index: MatchIndex, facts: DealFacts, viewer: Viewer): MatchResult => {
  const request = openRequest(index, facts, viewer);
  const list = varied(bestCandidates(request), viewer.limit);
  return { items: explained(request, list), asks: asked(request, list) };
};
