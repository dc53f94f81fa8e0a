import type { Candidate } from './pool.ts';
import { varietyPoints } from './scoring.ts';

type Waiting = {
  readonly candidate: Candidate;
  readonly kind: string | undefined;
  readonly author: string | undefined;
  worth: number;
};

const waitingFor = (candidate: Candidate): Waiting => {
  const outline = candidate.open.shelf.shown.outlines[candidate.position];
  return { candidate, kind: outline?.kind, author: outline?.author, worth: candidate.score };
};

/** Takes points off whoever is of the kind or by the author of an item that now has a place. */
const makeRoom = (waiting: readonly Waiting[], { kind, author }: Waiting): void => {
  for (const other of waiting) {
    if (other.kind === kind) other.worth -= varietyPoints.kind;
    if (other.author === author) other.worth -= varietyPoints.author;
  }
};

const worthiest = (waiting: readonly Waiting[]): number => {
  let best = 0;
  for (let at = 1; at < waiting.length; at += 1) {
    if ((waiting[at]?.worth ?? -Infinity) > (waiting[best]?.worth ?? -Infinity)) best = at;
  }
  return best;
};

/**
 * Pinned items keep their places. Each further place goes to the item with the most points left after points are taken
 * off for every item of its kind and every item of its author that the list already has; the earlier in the pool on a tie.
 */
export const varied = (pool: readonly Candidate[], limit: number): readonly Candidate[] => {
  const all = pool.map(waitingFor);
  const list = all.filter(({ candidate }) => candidate.pinned).slice(0, limit);
  const waiting = all.filter(({ candidate }) => !candidate.pinned);
  for (const pinned of list) makeRoom(waiting, pinned);
  while (list.length < limit && waiting.length > 0) {
    const [next] = waiting.splice(worthiest(waiting), 1);
    if (!next) break;
    list.push(next);
    makeRoom(waiting, next);
  }
  return list.map(({ candidate }) => candidate);
};
