import { carriesKnown } from './known-values.ts';
import { phaseBit, pitchLane } from './points.ts';
import type { OpenShelf, Request } from './request.ts';
import { mayAppear } from './shelf.ts';
import { excluded, pinned } from './workspace.ts';

/** An item where it stands, with the dimensions it is tagged on and its lane. */
export type Standing = {
  readonly open: OpenShelf;
  readonly position: number;
  readonly mask: number;
  readonly lane: number;
};

export const standingAt = (open: OpenShelf, position: number): Standing => {
  const { groupAt, masks, lanes } = open.shelf.tags;
  const group = groupAt[position] ?? 0;
  return { open, position, mask: masks[group] ?? 0, lane: lanes[group] ?? 0 };
};

/** The live version of an item, if there is one. */
export const standing = ({ index, shelves }: Request, number: number): Standing | undefined => {
  const at = index.positionOf[number] ?? -1;
  if (at === -1) return undefined;
  const open = at < shelves[1].offset ? shelves[0] : shelves[1];
  return standingAt(open, at - open.offset);
};

/** The known dimensions that an item is tagged with and fits, one bit each. */
export const fittingMask = ({ open: { fitting }, position, mask }: Standing): number => {
  let fits = 0;
  for (const dimension of fitting.order) {
    if (((mask >> dimension) & 1) === 1 && carriesKnown(fitting, dimension, position)) fits |= 1 << dimension;
  }
  return fits;
};

/** Does what an item fits let it in? A pin does anyway, and the phase never keeps a product pitch out. */
export const isLetIn = ({ mask, lane }: Standing, fits: number, known: number, effect: number): boolean => {
  const unfit = mask & known & ~fits & ~(lane === pitchLane ? phaseBit : 0);
  return unfit === 0 || (effect & pinned) !== 0;
};

const mayBeListed = (request: Request, number: number): Standing | undefined => {
  const effect = request.work.effects[number] ?? 0;
  const at = (effect & excluded) === 0 ? standing(request, number) : undefined;
  if (!at || !mayAppear(at.open.shelf, at.position, request.sight)) return undefined;
  return isLetIn(at, fittingMask(at), request.known.mask, effect) ? at : undefined;
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
