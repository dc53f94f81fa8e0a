import { fittingMask, isBestTranslation, isLetIn, standing, standingAt } from './choose.ts';
import { countDimensions, tagPoints } from './points.ts';
import { type Candidate, createPool, type Pool } from './pool.ts';
import type { OpenShelf, Request } from './request.ts';
import { scanGroup } from './scan.ts';
import { poolSize } from './scoring.ts';
import { mayAppear } from './shelf.ts';
import { visitByPoints } from './visits.ts';
import { boostOf, excluded, pinned } from './workspace.ts';

/** Takes the items that no rule touched, from most points to fewest, until nothing better can come. */
const scanShelf = (request: Request, open: OpenShelf, pool: Pool): void => {
  const { shelf, fitting, offset } = open;
  const { index, work, sight } = request;
  let score = 0;
  let specificity = 0;
  const consider = (position: number): boolean => {
    const number = shelf.numbers[position] ?? 0;
    if (work.effects[number] !== 0 || index.positionOf[number] !== offset + position) return true;
    const item = shelf.shown[position];
    if (!item || !mayAppear(shelf, position, sight)) return true;
    const candidate: Candidate = { open, position, item, score, specificity, pinned: false };
    if (!pool.takes(candidate)) return false;
    if (isBestTranslation(request, number, standingAt(open, position))) pool.add(candidate);
    return true;
  };
  visitByPoints(shelf.tags, request.known.mask, request.byLane, (group, wanted, points) => {
    if (!pool.admits(points)) return false;
    score = points;
    specificity = countDimensions(wanted);
    scanGroup(fitting, group, wanted, consider);
    return true;
  });
};

/** The touched item as it would be listed, unless it may not be listed. */
const touchedCandidate = (request: Request, number: number, effect: number): Candidate | undefined => {
  const own = standing(request, number);
  if (!own || !mayAppear(own.open.shelf, own.position, request.sight)) return undefined;
  const { open, position, mask, lane } = own;
  const fits = fittingMask(own);
  const item = open.shelf.shown[position];
  if (!item || !isLetIn(own, fits, request.known.mask, effect)) return undefined;
  if (!isBestTranslation(request, number, own)) return undefined;
  const score = tagPoints(fits, mask & ~request.known.mask) + (request.byLane[lane] ?? 0) + boostOf(effect);
  return { open, position, item, score, specificity: countDimensions(fits), pinned: (effect & pinned) !== 0 };
};

/** Looks at the items that rules touched, one by one, leaving out those that could not get in with all their tags. */
const takeTouched = (request: Request, pool: Pool): void => {
  const { work, index } = request;
  const most = Math.max(...request.byLane);
  for (const number of work.touched) {
    const effect = work.effects[number] ?? 0;
    if ((effect & excluded) !== 0) continue;
    const atBest = (index.fullPoints[number] ?? 0) + most + boostOf(effect);
    if ((effect & pinned) === 0 && !pool.admits(atBest)) continue;
    const candidate = touchedCandidate(request, number, effect);
    if (candidate && pool.takes(candidate)) pool.add(candidate);
  }
};

/** The best candidates for a deal, in order, before variety. */
export const bestCandidates = (request: Request): readonly Candidate[] => {
  const pool = createPool(poolSize);
  for (const open of request.shelves) scanShelf(request, open, pool);
  takeTouched(request, pool);
  return pool.best;
};
