import { z } from 'zod';

export type Fields = Readonly<Record<string, unknown>>;

/** The record that Apex signed, as `JSON.serialize(SObject)` gives it: parents nested, sub-queries as `{records}`. */
export type SignedRecord = {
  readonly sobject: 'Opportunity' | 'Account';
  readonly recordId: string;
  /** Fields that are not there, or that the user may not read, are missing or null. */
  readonly fields: Fields;
};

const identified = z.object({
  attributes: z.object({ type: z.enum(['Opportunity', 'Account']) }),
  Id: z.string().regex(/^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/),
});

/** Throws a ZodError when it is no Opportunity or Account with an id. */
export const signedRecordOf = (fields: Fields): SignedRecord => {
  const { attributes, Id: recordId } = identified.parse(fields);
  return { sobject: attributes.type, recordId, fields };
};

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field by API name, whose case does not count in Salesforce. */
export const field = (record: Fields, name: string): unknown => {
  if (Object.hasOwn(record, name)) return record[name];
  const lower = name.toLowerCase();
  const found = Object.keys(record).find((key) => key.length === name.length && key.toLowerCase() === lower);
  return found === undefined ? undefined : record[found];
};

/** A field that holds words; blank counts as missing. */
export const textField = (record: Fields, name: string): string | undefined => {
  const value = field(record, name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

export const numberField = (record: Fields, name: string): number | undefined => {
  const value = field(record, name);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};

export const parentOf = (record: Fields, name: string): Fields | undefined => {
  const value = field(record, name);
  return isFields(value) ? value : undefined;
};

/** The rows of a sub-query; `undefined` when the field is not a sub-query's answer. */
export const childrenOf = (record: Fields, name: string): readonly Fields[] | undefined => {
  const rows = parentOf(record, name)?.['records'];
  if (!Array.isArray(rows)) return undefined;
  return rows.every(isFields) ? rows : rows.filter(isFields);
};

export const sobjectOf = (record: Fields): string | undefined => {
  const attributes = parentOf(record, 'attributes');
  return attributes && textField(attributes, 'type');
};
