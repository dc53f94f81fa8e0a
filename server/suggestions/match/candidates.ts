import { fittingMask, groupAt, isBestTranslation, isLetIn, standing } from './choose.ts';
import { countDimensions, pointsFor } from './points.ts';
import { type Candidate, createPool, type Pool } from './pool.ts';
import type { OpenShelf, Request } from './request.ts';
import { scanGroup } from './scan.ts';
import { poolSize } from './scoring.ts';
import { mayAppear } from './shelf.ts';
import { visitByPoints } from './visits.ts';
import { excluded, pinned } from './workspace.ts';

/** Takes the items that no rule touched, from most points to fewest, until nothing better can come. */
const scanShelf = (request: Request, open: OpenShelf, pool: Pool): void => {
  const { shelf, fitting, offset } = open;
  const { index, work, sight } = request;
  let score = 0;
  let specificity = 0;
  const consider = (position: number): boolean => {
    const number = shelf.tags.numbers[position] ?? 0;
    const item = shelf.shown[position];
    if (!item || work.effects[number] !== 0 || index.positionOf[number] !== offset + position) return true;
    if (!mayAppear(shelf, position, sight)) return true;
    const candidate: Candidate = {
      shelf,
      position,
      item,
      score,
      specificity,
      pinned: false,
    };
    if (!pool.takes(candidate)) return false;
    const own = { open, position, group: groupAt(open, position) };
    if (isBestTranslation(request, number, own)) pool.add(candidate);
    return true;
  };
  visitByPoints(shelf.tags.groups, request.known.mask, request.guard, (group, wanted, points) => {
    if (!pool.admits(points)) return false;
    score = points;
    specificity = countDimensions(wanted);
    scanGroup(fitting, group, wanted, consider);
    return true;
  });
};

/** The touched item as it would be listed, unless it may not be or can not get in anyway. */
const touchedCandidate = (request: Request, number: number, pool: Pool): Candidate | undefined => {
  const { work, known, guard, sight } = request;
  const effect = work.effects[number] ?? 0;
  const own = effect & excluded ? undefined : standing(request, number);
  if (!own) return undefined;
  const { open, position, group } = own;
  const boost = work.boosts[number] ?? 0;
  const unknown = group.mask & ~known.mask;
  const isPinned = (effect & pinned) !== 0;
  const atBest = pointsFor(group.mask & known.mask, unknown, group.lane, guard) + boost;
  if ((!isPinned && !pool.admits(atBest)) || !mayAppear(open.shelf, position, sight)) return undefined;
  const fitting = fittingMask(own);
  const item = open.shelf.shown[position];
  if (!item || !isLetIn(group, fitting, known.mask, effect) || !isBestTranslation(request, number, own))
    return undefined;
  const score = pointsFor(fitting, unknown, group.lane, guard) + boost;
  return {
    shelf: open.shelf,
    position,
    item,
    score,
    specificity: countDimensions(fitting),
    pinned: isPinned,
  };
};

/** The best candidates for a deal, in order, before variety. */
export const bestCandidates = (request: Request): readonly Candidate[] => {
  const pool = createPool(poolSize);
  for (const open of request.shelves) scanShelf(request, open, pool);
  for (const number of request.work.touched) {
    const candidate = touchedCandidate(request, number, pool);
    if (candidate && pool.takes(candidate)) pool.add(candidate);
  }
  return pool.best;
};
