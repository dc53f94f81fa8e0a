import type { PublishedItem } from '../../content/index.ts';
import { growingColumn } from './columns.ts';
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
  const keys = growingColumn();
  const reviewedOn = growingColumn();
  const validFrom = growingColumn();
  const expiresOn = growingColumn();
  const visibleTo = growingColumn();
  const language = growingColumn();
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
      tags: tags.collect(),
      keys: keys.all(),
      order: latestFirst(byId, reviewedOn.all()),
    });
    const inOrder = (column: Int32Array): Int32Array => {
      const sorted = new Int32Array(order.length);
      for (let position = 0; position < order.length; position += 1)
        sorted[position] = column[order[position] ?? 0] ?? 0;
      return sorted;
    };
    return {
      tags: index,
      numbers: inOrder(numbers),
      shown: shown.finish(order),
      language: new Uint16Array(inOrder(language.all())),
      languages: [...languages.keys()],
      validFrom: inOrder(validFrom.all()),
      expiresOn: inOrder(expiresOn.all()),
      reviewedOn: inOrder(reviewedOn.all()),
      visibleTo: new Uint8Array(inOrder(visibleTo.all())),
    };
  };
  return { add, finish };
};
