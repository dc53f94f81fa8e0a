import type { PublishedItem } from '../../content/index.ts';
import { type PackedTexts, textAt, textPacker } from './packed-texts.ts';
import type { ShownItem } from './types.ts';

/** The longest texts of an item, which hardly any two items share and which are read only for the few that are listed. */
type OwnTexts = 'title' | 'summary' | 'link' | 'userId';

/** What is shown of an item but for its own texts. */
type Outline = Omit<ShownItem, OwnTexts>;

/** What is shown of many items, by slot, which is an item's place as they came. */
export type ShownItems = {
  readonly outlines: readonly Outline[];
  /** By position. */
  readonly slots: Int32Array;
  readonly texts: PackedTexts;
};

const outlineOf = (item: PublishedItem): Outline => ({
  id: item.id,
  version: item.version,
  kind: item.kind,
  audience: item.audience,
  reference: item.reference,
  language: item.language,
  nature: item.nature,
  origin: item.origin,
  author: item.author.name,
  reviewedOn: item.reviewedOn,
  reviewBy: item.reviewBy,
  minutes: item.minutes,
  refresherId: item.refresherId,
  openBlanks: item.openBlanks,
});

/** Takes items one by one and keeps what is shown of them. */
export const shownCollector = () => {
  const outlines: Outline[] = [];
  const texts = textPacker(4);
  const add = (item: PublishedItem): void => {
    outlines.push(outlineOf(item));
    texts.add(item.title, item.summary, item.link ?? '', item.userId ?? '');
  };
  /** `slots` gives the item for each position. */
  const finish = (slots: Int32Array): ShownItems => ({ outlines, slots, texts: texts.finish() });
  return { add, finish };
};

const given = (text: string): string | undefined => (text === '' ? undefined : text);

/** The outline of the item at a position; `undefined` where there is none. */
export const outlineAt = ({ outlines, slots }: ShownItems, position: number): Outline | undefined =>
  outlines[slots[position] ?? -1];

/** What is shown of the item at a position; `undefined` where there is none. */
export const shownAt = (shown: ShownItems, position: number): ShownItem | undefined => {
  const outline = outlineAt(shown, position);
  const { slots, texts } = shown;
  const text = (place: number): string => textAt(texts, slots[position] ?? -1, place);
  return (
    outline && {
      ...outline,
      title: text(0),
      summary: text(1),
      link: given(text(2)),
      userId: given(text(3)),
    }
  );
};
