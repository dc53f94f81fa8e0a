import type { FieldValue } from './rest.ts';
import { session } from './session.ts';

/** A value as lists show it: `€22,093`, `90%`, `12/15/2026`. */
export function textOf(value: FieldValue, type: string | undefined, currency: string): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '✓' : '';
  switch (type) {
    case 'currency':
      return new Intl.NumberFormat('en-US', { style: 'currency', currency, maximumFractionDigits: 0 }).format(
        Number(value),
      );
    case 'percent':
      return `${value}%`;
    case 'date':
      return new Intl.DateTimeFormat('en-US', { timeZone: 'UTC' }).format(new Date(String(value)));
    case 'datetime':
      return moments.format(instant(String(value)));
    default:
      return String(value);
  }
}

const moments = new Intl.DateTimeFormat('en-US', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: session.user.timeZone,
});

/** Salesforce writes offsets without a colon: `2026-11-22T00:00:00.000+0000`. */
const instant = (text: string): Date => new Date(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
