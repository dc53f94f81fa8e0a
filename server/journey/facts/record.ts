import { z } from 'zod';

/**
 * A record as `JSON.serialize(SObject)` gives it: parents nested, sub-queries as `{totalSize, done, records}`.
 * Fields that are not there, or that the user may not read, are missing or null.
 */
export const recordSchema = z.looseObject({
  attributes: z.looseObject({ type: z.enum(['Opportunity', 'Account']) }),
  Id: z.string().regex(/^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/),
});

export type SignedRecord = z.infer<typeof recordSchema>;

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field by API name, whose case does not count in Salesforce. */
export const field = (record: Fields, name: string): unknown => {
  if (Object.hasOwn(record, name)) return record[name];
  const lower = name.toLowerCase();
  const found = Object.keys(record).find((key) => key.toLowerCase() === lower);
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
  const value = parentOf(record, name);
  const rows = value && field(value, 'records');
  return Array.isArray(rows) ? rows.filter(isFields) : undefined;
};

export const sobjectOf = (record: Fields): string | undefined => {
  const attributes = parentOf(record, 'attributes');
  return attributes && textField(attributes, 'type');
};
