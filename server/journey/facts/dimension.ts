import type { DimensionReader } from './configuration.ts';
import { type DimensionFact, factKey, type FactValue, type FillTarget } from './deal-facts.ts';
import { byImportance } from './people.ts';
import type { Fields, SignedRecord } from './record.ts';
import { type Reading, readSources } from './sources.ts';

type Settled = Pick<Reading, 'values' | 'fills'>;

/** The same value of the same person once. */
const distinct = (values: readonly FactValue[]): readonly FactValue[] =>
  values.length < 2
    ? values
    : [...new Map(values.map((value) => [`${factKey(value.value)}\n${value.about ?? ''}`, value])).values()];

const withSuggestion = (fill: FillTarget, values: readonly FactValue[]): FillTarget => {
  const read = values.find((value) => value.readFromText);
  return read ? { ...fill, suggested: read.value } : fill;
};

/** For one subject the first row of the table that holds a value wins; its blank fields may be filled in. */
const settle = (readings: readonly Reading[]): Settled => {
  const values = readings.find((reading) => reading.values.length > 0)?.values ?? [];
  const confirmed = values.some((value) => !value.readFromText);
  const fill = confirmed ? undefined : readings.find(({ fills }) => fills.length > 0)?.fills[0];
  return { values, fills: fill ? [withSuggestion(fill, values)] : [] };
};

/** The rows of sub-queries, each settled for itself, in order of importance. */
const settleRows = (readings: readonly Reading[]): Settled => {
  const byRow = Map.groupBy(readings, ({ subject }) => subject);
  const settled = [...byRow.keys()].toSorted(byImportance).map((row) => settle(byRow.get(row) ?? []));
  return {
    values: settled.flatMap(({ values }) => values),
    fills: settled.flatMap(({ fills }) => fills),
  };
};

/** The first group that holds a value wins: the record's own fields or the rows, whichever the table names first. */
const settleAll = (record: Fields, readings: readonly Reading[]): Settled => {
  if (readings.every(({ subject }) => subject === record)) return settle(readings);
  const own = readings.filter(({ subject }) => subject === record);
  const rows = settleRows(readings.filter(({ subject }) => subject !== record));
  const groups = readings[0]?.subject === record ? [settle(own), rows] : [rows, settle(own)];
  return {
    values: groups.find(({ values }) => values.length > 0)?.values ?? [],
    fills: groups.flatMap(({ fills }) => fills),
  };
};

/**
 * What is known about one dimension. Rows of the table are tried in their turn; rows that read the same sub-query are
 * settled one of its records at a time (a blank role falls back to the same person's title).
 */
export const readDimension = ({ fields }: SignedRecord, reader: DimensionReader): DimensionFact => {
  const { values: found, fills } = settleAll(fields, readSources(fields, reader));
  const values = distinct(found);
  if (values.length === 0) return { state: 'unknown', values, fills };
  return {
    state: values.every((value) => value.readFromText) ? 'readFromTitle' : 'known',
    values,
    fills,
  };
};
