import type { FactSource } from '../fact-source.ts';
import { type DimensionFact, factKey, type FactValue, type FillTarget } from './deal-facts.ts';
import { byImportance } from './people.ts';
import type { SignedRecord, Fields } from './record.ts';
import { readSource, type Reading } from './sources.ts';

/** The same value of the same person once. */
const distinct = (values: readonly FactValue[]): readonly FactValue[] => [
  ...new Map(values.map((value) => [`${factKey(value.value)}\n${value.about ?? ''}`, value])).values(),
];

const withSuggestion = (fill: FillTarget, values: readonly FactValue[]): FillTarget => {
  const read = values.find((value) => value.readFromText);
  return read ? { ...fill, suggested: read.value } : fill;
};

/** For one subject the first row of the table that holds a value wins; its blank fields may be filled in. */
const settle = (readings: readonly Reading[]): Pick<Reading, 'values' | 'fills'> => {
  const values = readings.find((reading) => reading.values.length > 0)?.values ?? [];
  const confirmed = values.some((value) => !value.readFromText);
  const fills = confirmed ? [] : readings.flatMap((reading) => reading.fills).slice(0, 1);
  return { values, fills: fills.map((fill) => withSuggestion(fill, values)) };
};

/** By `order`; rows of the same order by path, so that the answer does not hang on when a row was published. */
const inTurn = (one: FactSource, other: FactSource): number =>
  one.order - other.order || (one.path < other.path ? -1 : 1);

const groupBySubject = (readings: readonly Reading[]): ReadonlyMap<Fields, readonly Reading[]> =>
  Map.groupBy(readings, (reading) => reading.subject);

/**
 * What is known about one dimension. Rows are tried in `order`; rows that read the same sub-query are settled one of its
 * records at a time (a blank role falls back to the same person's title). The first group that holds a value wins.
 */
export const readDimension = (record: SignedRecord, sources: readonly FactSource[]): DimensionFact => {
  const readings = sources.toSorted(inTurn).flatMap((source) => readSource(record, source, sources));
  const bySubject = groupBySubject(readings);
  const own = bySubject.get(record);
  const others = [...bySubject.keys()].filter((subject) => subject !== record).toSorted(byImportance);
  const settled = others.map((subject) => settle(bySubject.get(subject) ?? []));
  const children = {
    values: settled.flatMap((one) => one.values),
    fills: settled.flatMap((one) => one.fills),
  };
  const first =
    own && readings[0]?.subject === record ? [settle(own), children] : [children, settle(own ?? [])];
  const values = distinct(first.find((group) => group.values.length > 0)?.values ?? []);
  const fills = first.flatMap((group) => group.fills);
  if (values.length === 0) return { state: 'unknown', values, fills };
  return {
    state: values.every((value) => value.readFromText) ? 'readFromTitle' : 'known',
    values,
    fills,
  };
};
