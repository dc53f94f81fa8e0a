import { lowestPlace } from './bitsets.ts';
import { isBestTranslation, isLetIn, misfits, standing } from './choose.ts';
import { boostOf, pinned } from './effect-flags.ts';
import { effectOn } from './effects.ts';
import { allDimensions, countDimensions } from './keys.ts';
import { pointsAtBest } from './points.ts';
import { type Candidate, createPool, type Pool } from './pool.ts';
import type { OpenShelf, Request } from './request.ts';
import { firstWord, fittingBits, lastWord } from './scan.ts';
import { poolSize } from './scoring.ts';
import { mayAppear } from './shelf.ts';
import { chainTouched } from './touched.ts';
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
      if (!consider(lowestPlace(bits, word), key, points, countDimensions(wanted))) return;
    }
  }
};

/** Goes through groups of items that no rule touches, those with so many points. */
type Scan = (points: number) => void;

const scanning = (request: Request, open: OpenShelf, pool: Pool): Scan => {
  const consider = considering(request, open, pool);
  const known = request.known.mask;
  const { first, next } = chainVisits(open.shelf.tags, open.fitting, known, request.scale);
  return (points) => {
    for (let visit = first[points - lowestPoints] ?? 0; visit !== 0; visit = next[visit] ?? 0) {
      scanGroup(open, visit, known, points, consider);
    }
  };
};

/** The item that rules touch as it would be listed, unless it may not be listed. */
const touchedCandidate = (request: Request, number: number): Candidate | undefined => {
  const { scale, sight } = request;
  const known = request.known.mask;
  const effect = effectOn(request, number);
  const own = standing(request, number);
  const misfitting = own ? misfits(own, known) : 0;
  if (!own || !isLetIn(own, misfitting, effect) || !mayAppear(own.open.shelf, own.position, sight))
    return undefined;
  return {
    ...own,
    score: pointsAtBest(scale, own.key & ~misfitting) + boostOf(effect),
    specificity: countDimensions(own.key & allDimensions & known & ~misfitting),
    pinned: (effect & pinned) !== 0,
  };
};

/** Looks at the items that rules touch and that could have so many points. */
const takingTouched = (request: Request, pool: Pool): Scan => {
  const { first, next } = chainTouched(request);
  const { touched } = request.work;
  return (points) => {
    for (let link = first[points - lowestPoints] ?? 0; link !== 0; link = next[link] ?? 0) {
      const candidate = touchedCandidate(request, touched[link - 1] ?? -1);
      if (candidate && pool.takes(candidate) && isBestTranslation(request, candidate)) pool.add(candidate);
    }
  };
};

/** From most points to fewest, until nothing better can come. */
const descend = (pool: Pool, scans: readonly Scan[]): void => {
  for (let points = highestPoints; points >= Math.max(lowestPoints, pool.floor); points -= 1) {
    for (const scan of scans) scan(points);
  }
};

/** The best candidates for a deal, in order, before variety. */
export const bestCandidates = (request: Request): readonly Candidate[] => {
  const pool = createPool(request.index, poolSize);
  const [base, changed] = request.shelves;
  descend(pool, [takingTouched(request, pool), scanning(request, base, pool)]);
  descend(pool, [scanning(request, changed, pool)]);
  return pool.best;
};
