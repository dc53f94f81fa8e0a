import type { DimensionReader, SourceReader } from './configuration.ts';
import { factKey, type FactValue, type FillTarget } from './deal-facts.ts';
import { type Person, personOf } from './people.ts';
import { childrenOf, field, type Fields, parentOf, sobjectOf, textField } from './record.ts';
import { meaningOf, meaningOfText } from './values.ts';

/** Where a path ends: the record that holds the field, and the field. */
type Place = { readonly holder: Fields; readonly name: string };

/** Follows a path from one of its steps on. */
const walk = (record: Fields, path: readonly string[], from: number): Place | undefined => {
  let holder = record;
  for (let step = from; step < path.length - 1; step += 1) {
    const parent = parentOf(holder, path[step] ?? '');
    if (!parent) return undefined;
    holder = parent;
  }
  return { holder, name: path.at(-1) ?? '' };
};

const isBlank = ({ holder, name }: Place): boolean => {
  const value = field(holder, name);
  return value === undefined || value === null || value === '';
};

const none: readonly never[] = [];

const fillOf = ({ options }: SourceReader, place: Place, person: Person | undefined) => {
  if (options.length === 0 || !isBlank(place)) return none;
  const recordId = textField(place.holder, 'Id');
  const sobject = sobjectOf(place.holder);
  if (!recordId || !sobject) return none;
  return [{ sobject, recordId, field: place.name, options, ...(person && { about: person.givenName }) }];
};

export type Reading = {
  /** The record that was read: the deal itself or one row of a sub-query. */
  readonly subject: Fields;
  readonly values: readonly FactValue[];
  readonly fills: readonly FillTarget[];
};

/** A person's role is in the field; where that is blank, or where the field is their title, in the words of their title. */
const meaningFor = (
  { meanings }: SourceReader,
  place: Place,
  person: Person | undefined,
): readonly FactValue[] => {
  const raw = field(place.holder, place.name);
  if (!person) return meaningOf(meanings, raw);
  const isTitle = factKey(place.name) === 'title';
  return isTitle || isBlank(place) ? meaningOfText(meanings, person.title) : meaningOf(meanings, raw);
};

/**
 * Names the person, and their title unless the table reads something else from it: the reason for a champion is not that
 * she heads a fleet.
 */
const withPerson = (value: FactValue, { givenName: about, title }: Person, reader: DimensionReader) => {
  const { textSources } = reader;
  const tellsIt =
    textSources.length === 0 ||
    textSources.some(({ meanings }) =>
      meaningOfText(meanings, title).some((meant) => meant.value === value.value),
    );
  return { ...value, about, ...(title !== undefined && tellsIt && { title }) };
};

const readSubject = (
  subject: Fields,
  person: Person | undefined,
  place: Place | undefined,
  source: SourceReader,
  reader: DimensionReader,
): Reading => {
  if (!place) return { subject, values: none, fills: none };
  const values = meaningFor(source, place, person);
  return {
    subject,
    values: person ? values.map((value) => withPerson(value, person, reader)) : values,
    fills: fillOf(source, place, person),
  };
};

const readSource = (record: Fields, source: SourceReader, reader: DimensionReader, into: Reading[]): void => {
  const { path } = source;
  const rows = path.length > 1 ? childrenOf(record, path[0] ?? '') : undefined;
  if (!rows) into.push(readSubject(record, undefined, walk(record, path, 0), source, reader));
  for (const row of rows ?? [])
    into.push(readSubject(row, personOf(row), walk(row, path, 1), source, reader));
};

/** What the rows of the fact table say about a dimension: one reading each, or one for each row of the sub-query named. */
export const readSources = (record: Fields, reader: DimensionReader): readonly Reading[] => {
  const readings: Reading[] = [];
  for (const source of reader.sources) readSource(record, source, reader, readings);
  return readings;
};
