import { z } from 'zod';
import { anchorOf } from './page.ts';

/** The part of a JSON schema that the reference says in words. */
export interface Schema {
  $ref?: string | undefined;
  type?: string | string[] | undefined;
  description?: string | undefined;
  format?: string | undefined;
  enum?: unknown[] | undefined;
  const?: unknown;
  default?: unknown;
  minimum?: number | undefined;
  maximum?: number | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  maxItems?: number | undefined;
  required?: string[] | undefined;
  properties?: Record<string, Schema> | undefined;
  items?: Schema | undefined;
  anyOf?: Schema[] | undefined;
  oneOf?: Schema[] | undefined;
}

export const schemaSchema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    description: z.string().optional(),
    format: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    default: z.unknown().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
    maxItems: z.number().optional(),
    required: z.array(z.string()).optional(),
    properties: z.record(z.string(), schemaSchema).optional(),
    items: schemaSchema.optional(),
    anyOf: z.array(schemaSchema).optional(),
    oneOf: z.array(schemaSchema).optional(),
  }),
);

const code = (value: unknown): string => `\`${JSON.stringify(value)}\``;

const rangeText = (least: number | undefined, most: number | undefined, unit: string): string => {
  const far = (value: number) => Math.abs(value) > 1_000_000_000;
  const low = least === undefined || far(least) ? '' : `from ${least}`;
  const high = most === undefined || far(most) ? '' : `up to ${most}`;
  const range = [low, high].filter(Boolean).join(' ');
  return range && `${range}${unit}`;
};

const alternativesOf = ({ anyOf, oneOf }: Schema): Schema[] => anyOf ?? oneOf ?? [];

const typeText = (schema: Schema): string => {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return `[${name}](#${anchorOf(name)})`;
  }
  if (schema.const !== undefined) return code(schema.const);
  if (schema.enum) return `one of ${schema.enum.map(code).join(', ')}`;
  if (schema.items) return `list of ${typeText(schema.items)}`;
  const alternatives = alternativesOf(schema).map(typeText);
  if (alternatives.length > 0) return [...new Set(alternatives)].join(' or ');
  return [schema.type ?? 'anything'].flat().join(' or ');
};

const factsOf = (schema: Schema, required: boolean): string =>
  [
    typeText(schema),
    schema.format,
    rangeText(schema.minimum, schema.maximum, ''),
    rangeText(schema.minLength, schema.maxLength, ' characters'),
    rangeText(undefined, schema.maxItems, ' entries'),
    required ? 'required' : 'optional',
    schema.default === undefined ? '' : `default ${code(schema.default)}`,
  ]
    .filter(Boolean)
    .join(', ');

/** The fields of an object, or of the objects in a list, or of each of several shapes. */
const inside = (schema: Schema): Schema[] => {
  if (schema.properties) return [schema];
  if (schema.items) return inside(schema.items);
  return alternativesOf(schema).flatMap(inside);
};

const fieldsOf = ({ properties = {}, required = [] }: Schema, indent: string): string =>
  Object.entries(properties)
    .map(([name, field]) => {
      const words = field.description ? ` – ${field.description}` : '';
      const line = `${indent}- **${name}**: ${factsOf(field, required.includes(name))}${words}`;
      return [line, schemaText(field, `${indent}  `)].filter(Boolean).join('\n');
    })
    .join('\n');

/** A schema as a nested Markdown list of its fields; '' for one without fields. */
export const schemaText = (schema: Schema, indent = ''): string => {
  const shapes = inside(schema);
  if (shapes.length < 2) return shapes.map((shape) => fieldsOf(shape, indent)).join('\n');
  return shapes
    .map((shape, index) => `${indent}- shape ${index + 1}\n${fieldsOf(shape, `${indent}  `)}`)
    .join('\n');
};
