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

const meaningOfText = (rows: readonly Row[], raw: string): readonly FactValue[] => {
  const row = rows.find((candidate) => names(candidate, factKey(raw)));
  if (row) return [known(row, false)];
  if (rows.some((candidate) => candidate.matches.length > 0)) {
    return foundInText(rows, raw).map((found) => known(found, true));
  }
  return [known({ value: raw, label: raw }, false)];
};

/**
 * What a raw field value means by the fact table. A value that no row names is itself the value, except in free text
 * (rows with `matches`) and in numbers sorted into ranges, where it means nothing. A multi-select value is split.
 */
export const meaningOf = (source: FactSource, raw: unknown): readonly FactValue[] => {
  const rows = source.values;
  if (typeof raw === 'number' && rows.some((row) => row.range)) {
    return rows.filter((row) => inRange(row, raw)).map((row) => known(row, false));
  }
  if (typeof raw === 'number' || typeof raw === 'boolean') return meaningOfText(rows, String(raw));
  if (typeof raw !== 'string' || raw.trim() === '') return [];
  const whole = rows.find((row) => names(row, factKey(raw)));
  if (whole) return [known(whole, false)];
  const parts = rows.some((row) => row.matches.length > 0) ? [raw] : raw.split(';');
  return parts.flatMap((part) => (part.trim() === '' ? [] : meaningOfText(rows, part.trim())));
};
