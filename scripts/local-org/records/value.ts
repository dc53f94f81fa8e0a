import { Temporal } from 'temporal-polyfill';
import { apiDateTime } from '../clock.ts';
import type { RecordError } from '../errors.ts';
import { normalId } from '../ids.ts';
import type { FieldDefinition } from '../schema/field.ts';
import type { FieldValue } from './row.ts';

/** A value from JSON, or from CSV where every value is text and an empty one is "not given". */
export type Wire = 'json' | 'csv';

/** A value in the form in which it is stored, or what is wrong with it. */
export type Reading = { value: FieldValue } | { error: RecordError };

const ok = (value: FieldValue): Reading => ({ value });
const fault = (statusCode: string, message: string, field: FieldDefinition): Reading => ({
  error: { statusCode, message, fields: [field.name] },
});

/** Reads one value for a field. Texts are trimmed, empty ones are null, as Salesforce does. */
export function readValue(field: FieldDefinition, given: unknown, wire: Wire): Reading {
  if (given === null || given === undefined)
    return field.type === 'boolean' ? wrongType(field, 'null', wire) : ok(null);
  if (typeof given !== 'string' && typeof given !== 'number' && typeof given !== 'boolean')
    return wrongType(field, JSON.stringify(given), wire);
  const text = String(given);
  if (field.type === 'boolean') return readBoolean(field, text, wire);
  return text === '' ? ok(null) : readText(field, text, wire);
}

/** A value that is there, by the field's type. */
function readText(field: FieldDefinition, text: string, wire: Wire): Reading {
  switch (field.type) {
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return readNumber(field, text, wire);
    case 'date':
      return readDate(field, text, wire);
    case 'datetime':
      return readDateTime(field, text, wire);
    case 'time':
      return /^\d\d:\d\d(:\d\d(\.\d+)?)?Z?$/.test(text)
        ? ok(`${text.slice(0, 5)}:${text.slice(6, 8) || '00'}.000Z`)
        : wrongType(field, text, wire);
    case 'id':
    case 'reference':
      return readId(field, text);
    case 'base64':
      return ok(Buffer.from(text, 'base64'));
    default:
      return readCharacters(field, text);
  }
}

function wrongType(field: FieldDefinition, text: string, wire: Wire): Reading {
  if (wire === 'csv')
    return fault(
      'INVALID_TYPE_ON_FIELD_IN_RECORD',
      `${field.label}: value not of required type: ${text}`,
      field,
    );
  return fault(
    'JSON_PARSER_ERROR',
    `Cannot deserialize instance of ${field.type} from value ${text} for field ${field.name}`,
    field,
  );
}

function readBoolean(field: FieldDefinition, given: string, wire: Wire): Reading {
  const text = given.toLowerCase();
  if (['true', '1'].includes(text)) return ok(true);
  return ['false', '0'].includes(text) ? ok(false) : wrongType(field, text, wire);
}

function readNumber(field: FieldDefinition, text: string, wire: Wire): Reading {
  const number = Number(text);
  if (!Number.isFinite(number) || text.trim() === '') return wrongType(field, text, wire);
  if (field.type === 'int' && !Number.isInteger(number)) return wrongType(field, text, wire);
  const integerDigits = field.precision - field.scale;
  const isTooBig = field.precision > 0 && Math.abs(number) >= 10 ** integerDigits;
  const message = `${field.label}: value outside of valid range on numeric field: ${text}`;
  return isTooBig ? fault('NUMBER_OUTSIDE_VALID_RANGE', message, field) : ok(number);
}

/** A date; of a date and time only the day counts. */
function readDate(field: FieldDefinition, text: string, wire: Wire): Reading {
  try {
    return ok(Temporal.PlainDate.from(text.slice(0, 10), { overflow: 'reject' }).toString());
  } catch {
    return wrongType(field, text, wire);
  }
}

/** An instant; without an offset it is read as UTC, a mere date as its midnight. */
function readDateTime(field: FieldDefinition, text: string, wire: Wire): Reading {
  const complete = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00` : text;
  const zoned = /(Z|[+-]\d\d:?\d\d)$/i.test(complete) ? complete : `${complete}Z`;
  try {
    return ok(apiDateTime(Temporal.Instant.from(zoned)));
  } catch {
    return wrongType(field, text, wire);
  }
}

function readId(field: FieldDefinition, text: string): Reading {
  const id = normalId(text);
  return id ? ok(id) : fault('MALFORMED_ID', `${field.label}: id value of incorrect type: ${text}`, field);
}

function readCharacters(field: FieldDefinition, text: string): Reading {
  const trimmed = text.trim();
  if (trimmed === '') return ok(null);
  if (field.length > 0 && Array.from(trimmed).length > field.length) {
    const message = `${field.label}: data value too large: ${trimmed.slice(0, 255)} (max length=${field.length})`;
    return fault('STRING_TOO_LONG', message, field);
  }
  if (field.type === 'email' && !/^[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]+$/.test(trimmed)) {
    return fault('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${trimmed}`, field);
  }
  return readPicklist(field, trimmed);
}

function readPicklist(field: FieldDefinition, text: string): Reading {
  if (!field.restricted) return ok(text);
  const chosen = field.type === 'multipicklist' ? text.split(';') : [text];
  const bad = chosen.find((each) => !field.values.some((value) => value.active && value.value === each));
  if (bad === undefined) return ok(text);
  return fault(
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    `${field.label}: bad value for restricted picklist field: ${bad}`,
    field,
  );
}
