import { type MatchIndex, numberOfId, shelfAt } from './match-index.ts';
import { mayAppear, sightOf } from './shelf.ts';
import { shownAt } from './shown.ts';
import type { ShownItem, Viewer } from './types.ts';

/** What is shown of an item; `undefined` alike for ids that are unknown, gone, not valid today or not for this viewer. */
export const findShown = (
  index: MatchIndex,
  id: string,
  viewer: Pick<Viewer, 'perms' | 'today'>,
): ShownItem | undefined => {
  const number = numberOfId(index, id);
  const at = number === -1 ? -1 : (index.positionOf[number] ?? -1);
  if (at === -1) return undefined;
  const { shelf, position } = shelfAt(index, at);
  return mayAppear(shelf, position, sightOf(viewer)) ? shownAt(shelf.shown, position) : undefined;
};

/** Is there nothing live at all? */
export const isEmpty = (index: MatchIndex): boolean => index.positionOf.every((position) => position === -1);
