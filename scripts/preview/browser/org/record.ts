import { z } from 'zod/mini';
import { describe, type Field, type ObjectDescription } from './describe.ts';
import { layoutOf, type Layout } from './layouts.ts';
import { recordPath } from './navigate.ts';
import { query, type FieldValue } from './rest.ts';
import { quoted } from './soql.ts';

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const parent = z.object({ Name: z.nullish(z.string()) });
const row = z.record(z.string(), z.union([value, parent, z.record(z.string(), z.unknown())]));

/** Everything that a record page shows of its record; what this user may not see is not in it. */
export type PageRecord = {
  id: string;
  sobject: string;
  name: string;
  currency: string;
  description: ObjectDescription;
  layout: Layout;
  values: ReadonlyMap<string, FieldValue>;
  /** Names of the records that reference fields point to, by field. */
  names: ReadonlyMap<string, string>;
};

/** @throws Error when the record does not exist or is not shared with this user. */
export async function readRecord(sobject: string, id: string): Promise<PageRecord> {
  const layout = layoutOf(sobject);
  const description = await describe(sobject);
  const fields = fieldsOf(layout, description);
  const columns = fields.flatMap((field) => [field.name, ...parentName(field)]);
  const [found] = await query(
    `SELECT ${[...new Set(['Id', ...columns])].join(', ')} FROM ${sobject} WHERE Id = ${quoted(id)}`,
    row,
  );
  if (!found) throw new Error('This record does not exist, or it is not shared with you.');
  const values = new Map(
    fields.map((field) => [field.name, value.safeParse(found[field.name]).data ?? null]),
  );
  const names = new Map(
    fields.flatMap(({ name, relationshipName }) => {
      const related = relationshipName ? parent.safeParse(found[relationshipName]).data?.Name : undefined;
      return related ? [[name, related] satisfies [string, string]] : [];
    }),
  );
  const text = (name: string, otherwise: string) => String(values.get(name) ?? otherwise);
  return {
    id,
    sobject,
    name: text('Name', id),
    currency: text('CurrencyIsoCode', 'EUR'),
    description,
    layout,
    values,
    names,
  };
}

function fieldsOf(layout: Layout, { fields }: ObjectDescription): Field[] {
  const names = [
    'Name',
    ...layout.highlights,
    ...layout.sections.flatMap((section) => section.fields),
    'CurrencyIsoCode',
  ];
  return [...new Set(names)].flatMap((name) => fields.get(name) ?? []);
}

const parentName = ({ relationshipName }: Field): string[] =>
  relationshipName ? [`${relationshipName}.Name`] : [];

/** One field of a record, ready to be shown or edited. */
export type ShownField = {
  key: string;
  label: string;
  type: string;
  value: FieldValue;
  /** What a person reads, where it is not the value itself. */
  text: string | null;
  path: string | null;
  currency: string;
  field: Field;
};

/** Objects that references can lead to, because they have a page. */
const linked = new Set(['Account', 'Contact', 'Opportunity', 'User']);

export function showField(record: PageRecord, name: string): ShownField | undefined {
  const field = record.description.fields.get(name);
  if (!field) return undefined;
  const current = record.values.get(name) ?? null;
  const target = field.referenceTo?.[0] ?? '';
  return {
    key: name,
    label: labelIn(record.layout, field),
    type: field.type,
    value: current,
    text: record.names.get(name) ?? labelOf(field, current),
    path: typeof current === 'string' && linked.has(target) ? recordPath(target, current) : null,
    currency: record.currency,
    field,
  };
}

const labelIn = ({ labels }: Layout, { name, label, type }: Field): string =>
  labels[name] ?? (type === 'reference' ? label.replace(/ ID$/, '') : label);

const labelOf = (field: Field, current: FieldValue): string | null =>
  field.picklistValues?.find((option) => option.value === current)?.label ??
  (current === null ? null : String(current));
