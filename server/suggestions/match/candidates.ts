import { isBestTranslation, isLetIn, misfits, standing } from './choose.ts';
import { boostOf, effectOn, excluded, firstRuleOn, pinned } from './effects.ts';
import { countDimensions, pointsAtBest } from './points.ts';
import { type Candidate, createPool, type Pool } from './pool.ts';
import type { OpenShelf, Request } from './request.ts';
import { firstWord, fittingBits, lastWord, lowestPosition } from './scan.ts';
import { poolSize } from './scoring.ts';
import { mayAppear } from './shelf.ts';
import { allDimensions } from './tag-index.ts';
import { chainVisits, groupOf, highestPoints, lowestPoints, unwantedOf } from './visits.ts';

/** Takes an item that fits into the pool if it may be listed; answers false once nothing after it in its group can get in. */
type Consider = (position: number, key: number, score: number, specificity: number) => boolean;

const considering = (request: Request, open: OpenShelf, pool: Pool): Consider => {
  const { shelf, offset } = open;
  const { index, sight } = request;
  return (position, key, score, specificity) => {
    const number = shelf.numbers[position] ?? -1;
    const candidate = { number, key, open, position, score, specificity, pinned: false };
    if (!pool.takes(candidate)) return false;
    if (!mayAppear(shelf, position, sight) || index.positionOf[number] !== offset + position) return true;
    if (effectOn(request, number) !== 0) return true;
    if (isBestTranslation(request, candidate)) pool.add(candidate);
    return true;
  };
};

const scanGroup = (
  { shelf: { tags }, fitting }: OpenShelf,
  visit: number,
  known: number,
  points: number,
  consider: Consider,
): void => {
  const group = groupOf(visit);
  const key = tags.keys[group] ?? 0;
  const unwanted = unwantedOf(visit);
  const wanted = key & known & ~unwanted;
  const last = lastWord(tags, group);
  for (let word = firstWord(tags, group); word <= last; word += 1) {
    let bits = fittingBits(tags, fitting, group, wanted, unwanted, word);
    for (; bits !== 0; bits &= bits - 1) {
      if (!consider(lowestPosition(bits, word), key, points, countDimensions(wanted))) return;
    }
  }
};

/** Goes through the items that no rule touched, from most points to fewest, until nothing better can come. */
const scanShelf = (request: Request, open: OpenShelf, pool: Pool): void => {
  const consider = considering(request, open, pool);
  const known = request.known.mask;
  const { first, next } = chainVisits(open.shelf.tags, known, request.scale);
  for (let points = highestPoints; points >= Math.max(lowestPoints, pool.floor); points -= 1) {
    for (let visit = first[points - lowestPoints] ?? 0; visit !== 0; visit = next[visit] ?? 0) {
      scanGroup(open, visit, known, points, consider);
    }
  }
};

/** The item that rules touched as it would be listed, unless it may not be listed. */
const touchedCandidate = (request: Request, number: number): Candidate | undefined => {
  const effect = effectOn(request, number);
  const own = (effect & excluded) === 0 ? standing(request, number) : undefined;
  if (!own) return undefined;
  const known = request.known.mask;
  const misfitting = misfits(own, known);
  if (!isLetIn(own, misfitting, effect) || !mayAppear(own.open.shelf, own.position, request.sight))
    return undefined;
  return {
    ...own,
    score: pointsAtBest(request.scale, own.key & ~misfitting) + boostOf(effect),
    specificity: countDimensions(own.key & allDimensions & known & ~misfitting),
    pinned: (effect & pinned) !== 0,
  };
};

/**
 * Looks at the items that rules touched, each when it comes to the first of its rules, passing by those that could not get
 * in if all their tags fitted and all rules raised them.
 */
const takeTouched = (request: Request, pool: Pool): void => {
  const { index, scale, fired } = request;
  const { starts, targets, most } = index.rules.reach;
  for (const rule of fired) {
    const end = starts[rule + 1] ?? 0;
    for (let at = starts[rule] ?? 0; at < end; at += 1) {
      const number = targets[at] ?? 0;
      if (pointsAtBest(scale, index.keys[number] ?? 0) + (most[at] ?? 0) < pool.floor) continue;
      const candidate = firstRuleOn(request, number) === rule ? touchedCandidate(request, number) : undefined;
      if (candidate && pool.takes(candidate) && isBestTranslation(request, candidate)) pool.add(candidate);
    }
  }
};

/** The best candidates for a deal, in order, before variety. */
export const bestCandidates = (request: Request): readonly Candidate[] => {
  const pool = createPool(request.index, poolSize);
  for (const open of request.shelves) scanShelf(request, open, pool);
  takeTouched(request, pool);
  return pool.best;
};
