import type { ContentMapping } from '../../content/index.ts';
import type { MatchIndex } from './match-index.ts';
import type { TagIndex } from './tag-index.ts';
import type { Shelf } from './shelf.ts';

/** Measured, in bytes: an object with its fields, the head of a text or an array, an entry of a map. */
const object = 200;
const head = 24;
const entry = 64;

const sum = <Value>(values: Iterable<Value>, bytesOf: (value: Value) => number): number => {
  let bytes = 0;
  for (const value of values) bytes += bytesOf(value);
  return bytes;
};

/** Bytes of the typed arrays that a structure holds itself. */
const columnBytes = (columns: object): number =>
  sum(Object.values(columns), (column) => (ArrayBuffer.isView(column) ? column.byteLength : 0));

const tagBytes = (tags: TagIndex): number =>
  columnBytes(tags) +
  sum(tags.neededBy, ({ byteLength }) => byteLength) +
  sum(tags.values, (table) =>
    sum(
      table.values(),
      ({ positions, groups }) => entry + object + positions.data.byteLength + groups.data.byteLength,
    ),
  );

const shelfBytes = (shelf: Shelf): number => {
  const { outlines, slots, texts } = shelf.shown;
  const ownTexts = sum(texts.blocks, ({ byteLength }) => object + byteLength) + texts.ends.byteLength;
  return columnBytes(shelf) + tagBytes(shelf.tags) + outlines.length * object + slots.byteLength + ownTexts;
};

const textBytes = (texts: readonly string[]): number => sum(texts, ({ length }) => head + length);

const ruleBytes = ({ name, when, itemIds }: ContentMapping): number =>
  2 * object + textBytes([name]) + textBytes(itemIds) + sum(Object.values(when), textBytes);

/** About how much memory an index takes, counted from what it holds; texts outside Latin-1 may take twice their share. */
export const bytesOfIndex = (index: MatchIndex): number =>
  columnBytes(index) +
  textBytes(index.ids) +
  (index.laterIds.size + index.translations.size + index.members.length) * entry +
  shelfBytes(index.base) +
  shelfBytes(index.changed) +
  sum(index.changedItems.values(), (item) => object + 2 * JSON.stringify(item).length) +
  columnBytes(index.rules) +
  columnBytes(index.rules.limits) +
  columnBytes(index.rules.named) +
  columnBytes(index.rules.reach) +
  tagBytes(index.rules.conditions) +
  sum(index.rules.rules, ruleBytes);
