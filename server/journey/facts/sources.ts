import type { FactSource } from '../fact-source.ts';
import { factKey, type FactValue, type FillTarget, type Person } from './deal-facts.ts';
import { personOf } from './people.ts';
import { childrenOf, field, type Fields, parentOf, sobjectOf, textField } from './record.ts';
import { meaningOf, meaningOfText } from './values.ts';

/** Where a path ends: the record that holds the field, and the field. */
type Place = { readonly holder: Fields; readonly name: string };

const walk = (record: Fields, path: readonly string[]): Place | undefined => {
  const [head, ...rest] = path;
  if (head === undefined) return undefined;
  if (rest.length === 0) return { holder: record, name: head };
  const parent = parentOf(record, head);
  return parent && walk(parent, rest);
};

/** The records that a row of the fact table is read from: the record itself, or each row of a sub-query. */
const subjects = (
  record: Fields,
  source: FactSource,
): readonly { subject: Fields; path: readonly string[] }[] => {
  const [head = '', ...rest] = source.path.split('.');
  const children = rest.length > 0 ? childrenOf(record, head) : undefined;
  if (!children) return [{ subject: record, path: [head, ...rest] }];
  return children.map((subject) => ({ subject, path: rest }));
};

const isBlank = ({ holder, name }: Place): boolean => {
  const value = field(holder, name);
  return value === undefined || value === null || value === '';
};

const fillOf = (source: FactSource, place: Place, about: string | undefined): readonly FillTarget[] => {
  const recordId = textField(place.holder, 'Id');
  const sobject = sobjectOf(place.holder);
  if (!source.writable || source.values.length === 0 || !recordId || !sobject || !isBlank(place)) return [];
  const options = source.values.map(({ value, label, write }) => ({
    value,
    label,
    write: write ?? label,
  }));
  return [
    {
      sobject,
      recordId,
      field: place.name,
      options,
      ...(about === undefined ? {} : { about }),
    },
  ];
};

export type Reading = {
  /** The record that was read: the deal itself or one row of a sub-query. */
  readonly subject: Fields;
  readonly values: readonly FactValue[];
  readonly fills: readonly FillTarget[];
};

/** A person's role is in the field; where that is blank, or where the field is their title, in the words of their title. */
const meaningFor = (source: FactSource, place: Place, person: Person | undefined): readonly FactValue[] => {
  if (!person) return meaningOf(source, field(place.holder, place.name));
  const isTitle = factKey(place.name) === 'title';
  if (!isTitle && !isBlank(place)) return meaningOf(source, field(place.holder, place.name));
  return meaningOfText(source, person.title);
};

/**
 * Names the person, and their title unless the table reads something else from it: the reason for a champion is not that
 * she heads a fleet.
 */
const withPerson = (value: FactValue, person: Person, sources: readonly FactSource[]): FactValue => {
  const { givenName: about, title } = person;
  const readers = sources.filter(({ values }) => values.some(({ matches }) => matches.length > 0));
  const tellsIt = readers.some((source) =>
    meaningOfText(source, title).some((meant) => meant.value === value.value),
  );
  return { ...value, about, ...(title !== undefined && (tellsIt || readers.length === 0) && { title }) };
};

/** What one of a dimension's rows of the fact table says, one reading for each record it is read from. */
export const readSource = (
  record: Fields,
  source: FactSource,
  sources: readonly FactSource[],
): readonly Reading[] =>
  subjects(record, source).map(({ subject, path }) => {
    const place = walk(subject, path);
    if (!place) return { subject, values: [], fills: [] };
    const person = subject === record ? undefined : personOf(subject);
    const values = meaningFor(source, place, person).map((value) =>
      person ? withPerson(value, person, sources) : value,
    );
    return { subject, values, fills: fillOf(source, place, person?.givenName) };
  });
