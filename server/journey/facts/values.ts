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

type Phrase = { readonly row: Row; readonly phrase: string };

/** What raw values of a row of the fact table mean, ready to be looked up. */
export type Meanings = {
  /** By everything that names a value exactly; the first row that has a name keeps it. */
  readonly named: ReadonlyMap<string, Row>;
  readonly phrases: readonly Phrase[];
  /** Those that sort numbers. */
  readonly ranged: readonly Row[];
  /** Rows that only say which words to look for are about free text. */
  readonly isFreeText: boolean;
};

const exactNames = ({ value, label, write, from }: Row): readonly string[] =>
  [value, label, ...(write === undefined ? [] : [write]), ...from].map(factKey);

export const meaningsOf = ({ values: rows }: FactSource): Meanings => {
  const named = new Map<string, Row>();
  for (const row of rows) for (const name of exactNames(row)) if (!named.has(name)) named.set(name, row);
  return {
    named,
    phrases: rows.flatMap((row) => row.matches.map((match) => ({ row, phrase: wordsOf(match) }))),
    ranged: rows.filter(({ range }) => range),
    isFreeText: rows.some(({ matches }) => matches.length > 0) && rows.every(({ from }) => from.length === 0),
  };
};

/** Every row whose words occur, unless they are only part of longer words that belong to another row. */
const foundInText = (phrases: readonly Phrase[], text: string): readonly Row[] => {
  if (phrases.length === 0) return [];
  const words = wordsOf(text);
  const hits = phrases.filter(({ phrase }) => words.includes(phrase));
  const longer = ({ phrase, row }: Phrase) =>
    hits.some((hit) => hit.row !== row && hit.phrase.length > phrase.length && hit.phrase.includes(phrase));
  return [...new Set(hits.filter((hit) => !longer(hit)).map(({ row }) => row))];
};

const inRange = (row: Row, value: number): boolean =>
  row.range !== undefined && value >= (row.range.min ?? -Infinity) && value < (row.range.max ?? Infinity);

const known = ({ value, label }: Pick<Row, 'value' | 'label'>, readFromText: boolean): FactValue => ({
  value,
  label,
  readFromText,
});

const isWritten = (raw: unknown): raw is string => typeof raw === 'string' && raw.trim() !== '';

const wordsMean = (phrases: readonly Phrase[], text: string): readonly FactValue[] =>
  foundInText(phrases, text).map((row) => known(row, true));

/** What words in a free text mean; text without any of the table's words means nothing. */
export const meaningOfText = ({ named, phrases }: Meanings, raw: unknown): readonly FactValue[] => {
  if (!isWritten(raw)) return [];
  const row = named.get(factKey(raw));
  return row ? [known(row, false)] : wordsMean(phrases, raw);
};

const meaningOfWord = (meanings: Meanings, raw: string): readonly FactValue[] => {
  const meant = meaningOfText(meanings, raw);
  return meant.length > 0 ? meant : [known({ value: raw, label: raw }, false)];
};

/**
 * What a field's value means by the fact table. A value that no row names is itself the value, except in free text and in
 * numbers sorted into ranges, where it means nothing. A multi-select value is split.
 */
export const meaningOf = (meanings: Meanings, raw: unknown): readonly FactValue[] => {
  const { isFreeText, named, phrases, ranged } = meanings;
  if (typeof raw === 'number' && ranged.length > 0)
    return ranged.filter((row) => inRange(row, raw)).map((row) => known(row, false));
  if (typeof raw === 'number' || typeof raw === 'boolean') return meaningOfWord(meanings, String(raw));
  if (!isWritten(raw)) return [];
  const row = named.get(factKey(raw));
  if (row) return [known(row, false)];
  if (isFreeText) return wordsMean(phrases, raw);
  if (!raw.includes(';')) return meaningOfWord(meanings, raw.trim());
  const parts = raw.split(';').map((part) => part.trim());
  return parts.filter((part) => part !== '').flatMap((part) => meaningOfWord(meanings, part));
};
