import { readValue } from '../records/value.ts';
import type { FieldDefinition, FieldType } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { GatewayProblem } from './problem.ts';

const SHOWN_CHARACTERS = 80;

/** Types that InspireFieldValue converts in Apex; every other takes the text as it is. */
const converted = new Set<FieldType>([
  'int',
  'double',
  'currency',
  'percent',
  'boolean',
  'date',
  'datetime',
  'reference',
  'id',
]);

function fits(field: FieldDefinition, value: unknown): boolean {
  if (value === null) return true;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return false;
  if (field.type === 'boolean') return ['true', 'false'].includes(String(value));
  return !converted.has(field.type) || !('error' in readValue(field, value, 'json'));
}

/**
 * Whether a field takes a value of JSON, text for a number or a date included.
 * @throws GatewayProblem writeValueInvalid
 */
export function requireFit(object: ObjectDefinition, field: FieldDefinition, value: unknown): void {
  if (fits(field, value)) return;
  const shown = (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, SHOWN_CHARACTERS);
  throw GatewayProblem.because(
    422,
    'writeValueInvalid',
    `${object.name}.${field.name} is of type ${field.type.toUpperCase()} and does not take "${shown}"; nothing was written.`,
    'Admins: correct what the fact table writes to this field.',
  );
}
