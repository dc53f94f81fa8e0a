import type { FactSource } from '../fact-source.ts';
import { factKey, type FactValue } from './deal-facts.ts';

type Row = FactSource['values'][number];

/** The words of a text, lower case, one space between and around, so that whole words can be looked for. */
const wordsOf = (text: string): string =>
  ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `;

const names = (row: Row, key: string): boolean =>
  factKey(row.value) === key ||
  factKey(row.label) === key ||
  (row.write !== undefined && factKey(row.write) === key) ||
  row.from.some((from) => factKey(from) === key);

/** Every row whose words occur, unless they are only part of longer words that belong to another row. */
const foundInText = (rows: readonly Row[], text: string): readonly Row[] => {
  const words = wordsOf(text);
  const hits = rows.flatMap((row) =>
    row.matches
      .map((match) => ({ row, phrase: wordsOf(match) }))
      .filter(({ phrase }) => words.includes(phrase)),
  );
  const longer = (phrase: string, row: Row) =>
    hits.some((hit) => hit.row !== row && hit.phrase.length > phrase.length && hit.phrase.includes(phrase));
  return [...new Set(hits.filter(({ row, phrase }) => !longer(phrase, row)).map(({ row }) => row))];
};

const inRange = (row: Row, value: number): boolean =>
  row.range !== undefined && value >= (row.range.min ?? -Infinity) && value < (row.range.max ?? Infinity);

const known = ({ value, label }: Pick<Row, 'value' | 'label'>, readFromText: boolean): FactValue => ({
  value,
  label,
  readFromText,
});

const isWritten = (raw: unknown): raw is string => typeof raw === 'string' && raw.trim() !== '';

const named = (rows: readonly Row[], raw: string): Row | undefined =>
  rows.find((row) => names(row, factKey(raw)));

/** What words in a free text mean; text without any of the table's words means nothing. */
export const meaningOfText = ({ values: rows }: FactSource, raw: unknown): readonly FactValue[] => {
  if (!isWritten(raw)) return [];
  const row = named(rows, raw);
  return row ? [known(row, false)] : foundInText(rows, raw).map((found) => known(found, true));
};

const meaningOfWord = (source: FactSource, raw: string): readonly FactValue[] => {
  const meant = meaningOfText(source, raw);
  return meant.length > 0 ? meant : [known({ value: raw, label: raw }, false)];
};

/** Rows that only say which words to look for are about free text. */
const isFreeText = ({ values }: FactSource): boolean =>
  values.some(({ matches }) => matches.length > 0) && values.every(({ from }) => from.length === 0);

/**
 * What a field's value means by the fact table. A value that no row names is itself the value, except in free text and in
 * numbers sorted into ranges, where it means nothing. A multi-select value is split.
 */
export const meaningOf = (source: FactSource, raw: unknown): readonly FactValue[] => {
  if (typeof raw === 'number' && source.values.some((row) => row.range)) {
    return source.values.filter((row) => inRange(row, raw)).map((row) => known(row, false));
  }
  if (typeof raw === 'number' || typeof raw === 'boolean') return meaningOfWord(source, String(raw));
  if (!isWritten(raw)) return [];
  if (isFreeText(source) || named(source.values, raw)) return meaningOfText(source, raw);
  const parts = raw.split(';').map((part) => part.trim());
  return parts.filter((part) => part !== '').flatMap((part) => meaningOfWord(source, part));
};
