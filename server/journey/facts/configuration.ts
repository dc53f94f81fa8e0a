import type { Dimension } from '../dimensions.ts';
import type { FactSource } from '../fact-source.ts';
import type { StageMapping } from '../stage-map.ts';
import type { FillTarget } from './deal-facts.ts';
import type { Currencies } from './numbers.ts';
import type { SignedRecord } from './record.ts';
import { type StageRows, stageRowsOf } from './stage.ts';
import { type Meanings, meaningsOf } from './values.ts';

/** The published configuration that turns a record into facts. */
export type FactConfiguration = {
  readonly factSources: readonly FactSource[];
  readonly stageMap: readonly StageMapping[];
  readonly currencies?: Currencies;
};

/** A row of the fact table, ready to be read. */
export type SourceReader = {
  readonly path: readonly string[];
  readonly meanings: Meanings;
  /** What may be written to the field; none if it may not be filled in. */
  readonly options: FillTarget['options'];
};

/** The rows of one dimension in their turn. */
export type DimensionReader = {
  readonly sources: readonly SourceReader[];
  /** Those that read something from the words of a text. */
  readonly textSources: readonly SourceReader[];
};

/** A configuration as requests use it. */
export type FactReader = {
  readonly stages: StageRows;
  readonly dimensions: Readonly<Record<SignedRecord['sobject'], ReadonlyMap<Dimension, DimensionReader>>>;
};

/** By `order`; rows of the same order by path, so that the answer does not hang on when a row was published. */
const inTurn = (one: FactSource, other: FactSource): number =>
  one.order - other.order || (one.path < other.path ? -1 : 1);

const sourceReader = (source: FactSource): SourceReader => ({
  path: source.path.split('.'),
  meanings: meaningsOf(source),
  options: source.writable
    ? source.values.map(({ value, label, write }) => ({ value, label, write: write ?? label }))
    : [],
});

const dimensionReader = (rows: readonly FactSource[]): DimensionReader => {
  const sources = rows.toSorted(inTurn).map(sourceReader);
  return { sources, textSources: sources.filter(({ meanings }) => meanings.phrases.length > 0) };
};

const dimensionReaders = (rows: readonly FactSource[]): ReadonlyMap<Dimension, DimensionReader> => {
  const byDimension = Map.groupBy<Dimension, FactSource>(rows, ({ dimension }) => dimension);
  return new Map([...byDimension].map(([dimension, own]) => [dimension, dimensionReader(own)]));
};

const makeReader = ({ factSources, stageMap }: FactConfiguration): FactReader => ({
  stages: stageRowsOf(stageMap),
  dimensions: {
    Opportunity: dimensionReaders(factSources.filter(({ sobject }) => sobject === 'Opportunity')),
    Account: dimensionReaders(factSources.filter(({ sobject }) => sobject === 'Account')),
  },
});

const readers = new WeakMap<FactConfiguration, FactReader>();

/** Made once for each publication, not for every request. */
export const readerOf = (configuration: FactConfiguration): FactReader => {
  const reader = readers.get(configuration) ?? makeReader(configuration);
  readers.set(configuration, reader);
  return reader;
};
