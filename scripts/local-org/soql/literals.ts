import type { LiteralType } from '@jetstreamapp/soql-parser-js';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { malformed } from './parse.ts';

/** A value of a condition, of the kind in which the query wrote it. */
export type Literal =
  | { kind: 'string'; value: string }
  | { kind: 'number'; value: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'null' }
  | { kind: 'date'; value: string }
  | { kind: 'datetime'; value: string }
  | { kind: 'dateLiteral'; value: string };

/** The parts of a condition that carry its values. */
export interface Written {
  value: string | readonly string[];
  literalType?: LiteralType | readonly LiteralType[];
}

/** The values of a condition; a bind becomes the values that it was given. */
export function literalsOf(written: Written, binds: Readonly<Record<string, unknown>> | null): Literal[] {
  const values = typeof written.value === 'string' ? [written.value] : written.value;
  const types = written.literalType;
  return values.flatMap((value, index) => {
    const type = typeof types === 'string' || types === undefined ? types : types[index];
    return type === 'APEX_BIND_VARIABLE' ? bound(value, binds) : [literal(value, type)];
  });
}

function literal(text: string, type: LiteralType | undefined): Literal {
  switch (type) {
    case 'INTEGER':
    case 'DECIMAL':
      return { kind: 'number', value: text };
    case 'INTEGER_WITH_CURRENCY_PREFIX':
    case 'DECIMAL_WITH_CURRENCY_PREFIX':
      throw malformed(`amounts in a currency (${text}) are not available in this org's queries`);
    case 'BOOLEAN':
      return { kind: 'boolean', value: text.toUpperCase() === 'TRUE' };
    case 'NULL':
      return { kind: 'null' };
    case 'DATE':
      return { kind: 'date', value: text };
    case 'DATETIME':
      return { kind: 'datetime', value: instantOf(text) };
    case 'DATE_LITERAL':
    case 'DATE_N_LITERAL':
      return { kind: 'dateLiteral', value: countChecked(text) };
    default:
      return { kind: 'string', value: unquoted(text) };
  }
}

function countChecked(text: string): string {
  const [, count] = text.split(':');
  if (count !== undefined && !/^\d+$/.test(count)) throw malformed(`unexpected token: '${count}'`);
  return text;
}

function instantOf(text: string): string {
  try {
    return Temporal.Instant.from(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')).toString();
  } catch {
    throw malformed(`line 1: no viable alternative at '${text}'`);
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A quoted text without quotes and escapes; `\%` and `\_` stay, since only LIKE gives them a meaning. */
function unquoted(text: string): string {
  if (!/^'.*'$/s.test(text)) throw malformed(`unexpected token: '${text}'`);
  return text.slice(1, -1).replace(/\\(u[0-9a-fA-F]{4}|.)/gs, (escape, code: string) => {
    if (code === '%' || code === '_') return escape;
    if (code.length === 5) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return ESCAPES[code] ?? code;
  });
}

const bindValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.instanceof(Temporal.PlainDate),
  z.instanceof(Temporal.Instant),
]);
const bindValues = z.union([bindValue.transform((value) => [value]), z.array(bindValue)]);

function bound(name: string, binds: Readonly<Record<string, unknown>> | null): Literal[] {
  if (!binds) throw malformed('Bind variables only allowed in Apex code');
  if (!Object.hasOwn(binds, name)) throw malformed(`Key '${name}' does not exist in the bindMap`);
  return bindValues.parse(binds[name]).map((value): Literal => {
    if (value === null) return { kind: 'null' };
    if (typeof value === 'string') return { kind: 'string', value };
    if (typeof value === 'number') return { kind: 'number', value: String(value) };
    if (typeof value === 'boolean') return { kind: 'boolean', value };
    return value instanceof Temporal.PlainDate
      ? { kind: 'date', value: value.toString() }
      : { kind: 'datetime', value: value.toString() };
  });
}
