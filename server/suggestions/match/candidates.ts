import { fittingMask, isBestTranslation, isLetIn, standing, standingAt } from './choose.ts';
import { countDimensions, tagPoints } from './points.ts';
import { type Candidate, createPool, type Pool } from './pool.ts';
import type { OpenShelf, Request } from './request.ts';
import { firstWord, fittingBits, lastWord, lowestPosition } from './scan.ts';
import { poolSize } from './scoring.ts';
import { mayAppear } from './shelf.ts';
import { allDimensions, maskBits } from './tag-index.ts';
import { chainVisits, groupOf, highestPoints, lowestPoints, unwantedOf } from './visits.ts';
import { boostOf, excluded, pinned } from './workspace.ts';

/** Takes an item that fits into the pool if it may be listed; answers false once nothing after it in its group can get in. */
type Consider = (position: number, score: number, specificity: number) => boolean;

const considering = (request: Request, open: OpenShelf, pool: Pool): Consider => {
  const { shelf, offset } = open;
  const { index, work, sight } = request;
  return (position, score, specificity) => {
    const number = shelf.numbers[position] ?? 0;
    if (work.effects[number] !== 0 || index.positionOf[number] !== offset + position) return true;
    const item = shelf.shown[position];
    if (!item || !mayAppear(shelf, position, sight)) return true;
    const candidate: Candidate = { open, position, item, score, specificity, pinned: false };
    if (!pool.takes(candidate)) return false;
    if (isBestTranslation(request, number, standingAt(open, position))) pool.add(candidate);
    return true;
  };
};

const scanGroup = (
  open: OpenShelf,
  visit: number,
  known: number,
  points: number,
  consider: Consider,
): void => {
  const { tags } = open.shelf;
  const group = groupOf(visit);
  const unwanted = unwantedOf(visit);
  const wanted = (tags.keys[group] ?? 0) & known & ~unwanted;
  const last = lastWord(tags, group);
  for (let word = firstWord(tags, group); word <= last; word += 1) {
    let bits = fittingBits(open.fitting, group, wanted, unwanted, word);
    for (; bits !== 0; bits &= bits - 1) {
      if (!consider(lowestPosition(bits, word), points, countDimensions(wanted))) return;
    }
  }
};

/** Goes through the items that no rule touched, from most points to fewest, until nothing better can come. */
const scanShelf = (request: Request, open: OpenShelf, pool: Pool): void => {
  const consider = considering(request, open, pool);
  const known = request.known.mask;
  const { first, next } = chainVisits(open.shelf.tags, known, request.byLane);
  for (let points = highestPoints; points >= Math.max(lowestPoints, pool.floor); points -= 1) {
    for (let visit = first[points - lowestPoints] ?? 0; visit !== 0; visit = next[visit] ?? 0) {
      scanGroup(open, visit, known, points, consider);
    }
  }
};

/** The touched item as it would be listed, unless it may not be listed. */
const touchedCandidate = (request: Request, number: number, effect: number): Candidate | undefined => {
  const own = standing(request, number);
  if (
    !own ||
    !isLetIn(own, request.known.mask, effect) ||
    !mayAppear(own.open.shelf, own.position, request.sight)
  )
    return undefined;
  const { open, position, mask, lane } = own;
  const item = open.shelf.shown[position];
  if (!item || !isBestTranslation(request, number, own)) return undefined;
  const fits = fittingMask(own, request.known.mask);
  const score = tagPoints(fits, mask & ~request.known.mask) + (request.byLane[lane] ?? 0) + boostOf(effect);
  return { open, position, item, score, specificity: countDimensions(fits), pinned: (effect & pinned) !== 0 };
};

/** Looks at the items that rules touched, one by one, passing by those that could not get in if all their tags fitted. */
const takeTouched = (
  { work, index, known, byLane }: Request,
  consider: (number: number, effect: number) => void,
  pool: Pool,
): void => {
  for (const number of work.touched) {
    const effect = work.effects[number] ?? 0;
    if ((effect & excluded) !== 0) continue;
    const key = index.keys[number] ?? 0;
    const mask = key & allDimensions;
    const atBest =
      tagPoints(mask & known.mask, mask & ~known.mask) + (byLane[key >> maskBits] ?? 0) + boostOf(effect);
    if ((effect & pinned) !== 0 || atBest >= pool.floor) consider(number, effect);
  }
};

/** The best candidates for a deal, in order, before variety. */
export const bestCandidates = (request: Request): readonly Candidate[] => {
  const pool = createPool(poolSize);
  for (const open of request.shelves) scanShelf(request, open, pool);
  const consider = (number: number, effect: number): void => {
    const candidate = touchedCandidate(request, number, effect);
    if (candidate && pool.takes(candidate)) pool.add(candidate);
  };
  takeTouched(request, consider, pool);
  return pool.best;
};
