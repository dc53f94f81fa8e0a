import { instantOf } from '../sync/overlap.ts';
import { isInstant, type OutboxObject, ownGroups, type Value, type Values } from './own-fields.ts';

/**
 * Values by field that are the service's own in Salesforce: what it wrote last, and what it sent since without learning
 * whether that arrived.
 */
export type Written = Readonly<Record<string, readonly Value[]>>;

/** What is to be changed in a row, and which fields a person has changed, which therefore stay. */
export interface Comparison {
  change: Values;
  theirs: readonly string[];
}

/** Salesforce keeps no empty texts, no blanks at the ends of texts, and whole seconds. */
const normal = (field: string, value: Value | undefined): Value => {
  if (typeof value !== 'string') return value ?? null;
  const text = value.trim();
  if (text === '') return null;
  return isInstant(field) ? instantOf(text) : text;
};

const same = (field: string, one: Value | undefined, other: Value | undefined): boolean =>
  normal(field, one) === normal(field, other);

/** Compares what a row is to say with what it says, field by field. */
export const compare = (
  sobject: OutboxObject,
  wanted: Values,
  written: Written,
  there: Values,
): Comparison => {
  const change: Record<string, Value> = {};
  const theirs: string[] = [];
  for (const group of ownGroups(sobject)) {
    const fields = group.filter((field) => field in wanted);
    const pending = fields.filter((field) => !same(field, there[field], wanted[field]));
    const foreign = pending.filter(
      (field) => !(written[field] ?? []).some((value) => same(field, there[field], value)),
    );
    if (foreign.length > 0) theirs.push(...foreign);
    else if (pending.length > 0) for (const field of fields) change[field] = wanted[field] ?? null;
  }
  return { change, theirs };
};

/** With values that are about to be sent: from now on they may be there. */
export const sending = (written: Written | null, values: Values): Written => {
  const next: Record<string, readonly Value[]> = { ...written };
  for (const [field, value] of Object.entries(values)) {
    const known = next[field] ?? [];
    if (!known.includes(value)) next[field] = [...known, value];
  }
  return next;
};

/** With values that are known to be there, whatever was sent before. */
export const confirmed = (written: Written | null, values: Values): Written => ({
  ...written,
  ...Object.fromEntries(Object.entries(values).map(([field, value]) => [field, [value]])),
});
