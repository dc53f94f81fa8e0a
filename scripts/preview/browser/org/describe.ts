import { z } from 'zod/mini';
import { call } from './rest.ts';

const fieldSchema = z.object({
  name: z.string(),
  label: z.string(),
  type: z.string(),
  length: z.optional(z.number()),
  updateable: z.boolean(),
  nillable: z.boolean(),
  referenceTo: z.optional(z.array(z.string())),
  relationshipName: z.nullish(z.string()),
  picklistValues: z.optional(
    z.array(z.object({ value: z.string(), label: z.string(), active: z.boolean() })),
  ),
});

const describeSchema = z.object({
  name: z.string(),
  label: z.string(),
  labelPlural: z.string(),
  keyPrefix: z.nullish(z.string()),
  fields: z.array(fieldSchema),
});

export type Field = z.infer<typeof fieldSchema>;
export type ObjectDescription = Omit<z.infer<typeof describeSchema>, 'fields'> & {
  fields: ReadonlyMap<string, Field>;
};

const described = new Map<string, Promise<ObjectDescription>>();

/** Labels, types and picklist values of an object as this user may see them; asked for once. */
export function describe(sobject: string): Promise<ObjectDescription> {
  const known = described.get(sobject) ?? load(sobject);
  described.set(sobject, known);
  return known;
}

async function load(sobject: string): Promise<ObjectDescription> {
  const { fields, ...object } = describeSchema.parse(await call('GET', `/sobjects/${sobject}/describe`));
  return { ...object, fields: new Map(fields.map((field) => [field.name, field])) };
}

const globalSchema = z.object({
  sobjects: z.array(z.object({ name: z.string(), keyPrefix: z.nullish(z.string()) })),
});

/** Names the object that a record is of, by the first three characters of its id. */
export async function objectOf(recordId: string): Promise<string> {
  const { sobjects } = globalSchema.parse(await call('GET', '/sobjects'));
  const found = sobjects.find(({ keyPrefix }) => keyPrefix === recordId.slice(0, 3));
  if (!found) throw new Error(`No object of this org has ids like ${recordId}.`);
  return found.name;
}
