import { carriesKnown } from './known-values.ts';
import { phaseBit, pitchLane } from './points.ts';
import type { OpenShelf, Request } from './request.ts';
import { mayAppear } from './shelf.ts';
import { allDimensions, maskBits } from './tag-index.ts';
import { excluded, pinned } from './workspace.ts';

/** An item where it stands, with the dimensions it is tagged on and its lane. */
export type Standing = {
  readonly open: OpenShelf;
  readonly position: number;
  readonly mask: number;
  readonly lane: number;
};

export const standingAt = (open: OpenShelf, position: number): Standing => {
  const { groupAt, keys } = open.shelf.tags;
  const key = keys[groupAt[position] ?? 0] ?? 0;
  return { open, position, mask: key & allDimensions, lane: key >> maskBits };
};

/** The live version of an item, if there is one. */
export const standing = ({ index, shelves }: Request, number: number): Standing | undefined => {
  const at = index.positionOf[number] ?? -1;
  if (at === -1) return undefined;
  const open = at < shelves[1].offset ? shelves[0] : shelves[1];
  return standingAt(open, at - open.offset);
};

/** The known dimensions that an item is tagged with and fits, one bit each. */
export const fittingMask = ({ open: { fitting }, position, mask }: Standing, known: number): number => {
  let fits = 0;
  for (let left = mask & known; left !== 0; left &= left - 1) {
    if (carriesKnown(fitting, 31 - Math.clz32(left & -left), position)) fits |= left & -left;
  }
  return fits;
};

/**
 * Do its tags let the item in, every known dimension fitting? A pin lets it in anyway, and the phase never keeps a product
 * pitch out.
 */
export const isLetIn = (
  { open: { fitting }, position, mask, lane }: Standing,
  known: number,
  effect: number,
): boolean => {
  if ((effect & pinned) !== 0) return true;
  const needed = mask & known & (lane === pitchLane ? ~phaseBit : -1);
  for (let left = needed; left !== 0; left &= left - 1) {
    if (!carriesKnown(fitting, 31 - Math.clz32(left & -left), position)) return false;
  }
  return true;
};

const mayBeListed = (request: Request, number: number): Standing | undefined => {
  const effect = request.work.effects[number] ?? 0;
  const at = (effect & excluded) === 0 ? standing(request, number) : undefined;
  return at && isLetIn(at, request.known.mask, effect) && mayAppear(at.open.shelf, at.position, request.sight)
    ? at
    : undefined;
};

const languageRank = ({ open, position }: Standing): number =>
  open.languageRanks[open.shelf.language[position] ?? 0] ?? 0;

const idOf = ({ open, position }: Standing): string => open.shelf.shown[position]?.id ?? '';

/** Of the translations that may be listed, is this the one in the best language for the viewer? */
export const isBestTranslation = (request: Request, number: number, own: Standing): boolean => {
  const group = request.index.translationOf[number] ?? -1;
  if (group === -1) return true;
  for (const other of request.index.members[group] ?? []) {
    const rival = other === number ? undefined : mayBeListed(request, other);
    if (!rival) continue;
    const behind = languageRank(own) - languageRank(rival);
    if (behind > 0 || (behind === 0 && idOf(rival) < idOf(own))) return false;
  }
  return true;
};
