import { notShareable } from '../content/index.ts';
import { civilDate } from '../http/calendar.ts';
import { recordOf } from '../http/record.ts';
import type { SignedCall } from '../http/route.ts';
import { readFacts, readRowsOf } from '../journey/index.ts';
import type { Libraries } from './library/libraries.ts';
import { findVisible } from './library/library.ts';
import { match } from './match/index.ts';

/** A piece of content as others show it. */
export interface FittingItem {
  itemId: string;
  title: string;
  summary: string;
  link?: string | undefined;
  shareable: boolean;
}

/** More than are ever named by one step. */
const comparedAtMost = 50;

/**
 * Puts named items in the order in which they fit the record of the call, by the same matching as suggestions; those that the
 * viewer may not see, or that are gone, are left out.
 */
export const fittingItems = async (
  { caller, facts }: SignedCall<unknown>,
  { libraries, now }: { libraries: Pick<Libraries, 'get'>; now: () => Date },
): Promise<(itemIds: readonly string[]) => FittingItem[]> => {
  const { sobject, fields } = recordOf(facts);
  const { orgId, permissions, locale, timeZone } = caller;
  const library = await libraries.get(orgId);
  const today = civilDate(now(), timeZone);
  const { configuration } = readRowsOf(library.facts, sobject, facts.selectedFields);
  const viewer = { limit: comparedAtMost, reactions: [], perms: permissions, language: locale, today };
  const { items } = match(library.index, readFacts(fields, configuration, today), viewer);
  const places = new Map(items.map(({ item }, place) => [item.id, place]));
  const placeOf = (id: string): number => places.get(id) ?? comparedAtMost;
  return (itemIds) =>
    itemIds
      .toSorted((one, other) => placeOf(one) - placeOf(other))
      .flatMap((id) => findVisible(library, id, { permissions, today }) ?? [])
      .map((item) => ({
        ...{ itemId: item.id, title: item.title, summary: item.summary, link: item.link },
        shareable: notShareable(item) === undefined,
      }));
};
