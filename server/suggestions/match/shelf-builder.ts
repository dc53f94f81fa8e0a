import type { PublishedItem } from '../../content/index.ts';
import { dayNumber, firstDay, lastDay } from './dates.ts';
import { maskBits } from './keys.ts';
import { natures } from './scoring.ts';
import { permissionBits, type Shelf } from './shelf.ts';
import { shownCollector } from './shown.ts';
import { indexTags, latestFirst } from './tag-index.ts';
import { tagCollector } from './tags.ts';

/** Takes items one by one, so that they need not all be in memory at once, and makes a shelf of them. */
export const shelfBuilder = () => {
  const tags = tagCollector();
  const shown = shownCollector();
  const keys: number[] = [];
  const reviewedOn: number[] = [];
  const validFrom: number[] = [];
  const expiresOn: number[] = [];
  const visibleTo: number[] = [];
  const language: number[] = [];
  const languages = new Map<string, number>();

  const languageOf = (name: string): number => {
    const known = languages.get(name);
    if (known !== undefined) return known;
    languages.set(name, languages.size);
    return languages.size - 1;
  };

  const add = (item: PublishedItem): void => {
    shown.add(item);
    keys.push((natures.indexOf(item.nature) << maskBits) | tags.add(item.tags));
    reviewedOn.push(dayNumber(item.reviewedOn));
    validFrom.push(item.validFrom === undefined ? firstDay : dayNumber(item.validFrom));
    expiresOn.push(item.expiresOn === undefined ? lastDay : dayNumber(item.expiresOn));
    visibleTo.push(permissionBits(item.visibleTo));
    language.push(languageOf(item.language));
  };

  /** `numbers` are those of the items' ids, `byId` the items in the order of the ids, which breaks the last ties. */
  const finish = (numbers: Int32Array, byId: Int32Array): Shelf => {
    const { index, order } = indexTags({
      tags: tags.collected,
      keys: new Int32Array(keys),
      order: latestFirst(byId, new Int32Array(reviewedOn)),
    });
    const inOrder = (column: ArrayLike<number>): Int32Array => order.map((item) => column[item] ?? 0);
    return {
      tags: index,
      numbers: inOrder(numbers),
      shown: shown.finish(order),
      language: new Uint16Array(inOrder(language)),
      languages: [...languages.keys()],
      validFrom: inOrder(validFrom),
      expiresOn: inOrder(expiresOn),
      reviewedOn: inOrder(reviewedOn),
      visibleTo: new Uint8Array(inOrder(visibleTo)),
    };
  };
  return { add, finish };
};
