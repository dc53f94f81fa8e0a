import { excluded, pinned } from './effect-flags.ts';
import { effectOn } from './effects.ts';
import { allDimensions, lowestDimension, neededDimensions } from './keys.ts';
import { carriesKnown } from './known-values.ts';
import { compareIds } from './match-index.ts';
import type { OpenShelf, Request } from './request.ts';
import { mayAppear } from './shelf.ts';

/** The live version of an item, by its number: where it stands, and the key of its group. */
export type Standing = {
  readonly number: number;
  readonly key: number;
  readonly open: OpenShelf;
  readonly position: number;
};

/** The live version of an item, if there is one. */
export const standing = ({ index, shelves }: Request, number: number): Standing | undefined => {
  const at = index.positionOf[number] ?? -1;
  if (at === -1) return undefined;
  const open = at < shelves[1].offset ? shelves[0] : shelves[1];
  return { number, key: index.keys[number] ?? 0, open, position: at - open.offset };
};

/** The known dimensions that an item is tagged with and does not fit, one bit each. */
export const misfits = ({ key, position, open: { fitting } }: Standing, known: number): number => {
  let found = 0;
  for (let left = key & known & allDimensions; left !== 0; left &= left - 1) {
    if (!carriesKnown(fitting, lowestDimension(left), position)) found |= left & -left;
  }
  return found;
};

/** Do its tags let the item in? A pin lets it in anyway. */
export const isLetIn = ({ key }: Standing, misfitting: number, effect: number): boolean =>
  (effect & pinned) !== 0 || (misfitting & neededDimensions(key)) === 0;

const mayBeListed = (request: Request, number: number): Standing | undefined => {
  const effect = effectOn(request, number);
  const at = (effect & excluded) === 0 ? standing(request, number) : undefined;
  return at &&
    isLetIn(at, misfits(at, request.known.mask), effect) &&
    mayAppear(at.open.shelf, at.position, request.sight)
    ? at
    : undefined;
};

const languageRank = ({ open, position }: Standing): number =>
  open.languageRanks[open.shelf.language[position] ?? 0] ?? 0;

/** Of the translations that may be listed, is this the one in the best language for the viewer? */
export const isBestTranslation = (request: Request, own: Standing): boolean => {
  const { index } = request;
  const group = index.translationOf[own.number] ?? -1;
  if (group === -1) return true;
  for (const other of index.members[group] ?? []) {
    const rival = other === own.number ? undefined : mayBeListed(request, other);
    if (!rival) continue;
    const behind = languageRank(own) - languageRank(rival);
    if (behind > 0 || (behind === 0 && compareIds(index, other, own.number) < 0)) return false;
  }
  return true;
};
