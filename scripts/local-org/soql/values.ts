import type { FieldDefinition } from '../schema/field.ts';

/** What a function of SELECT makes of a value: its label, its words in the user's language, its amount in the user's currency. */
export type Converted = 'label' | 'format' | 'currency';

export interface Formatting {
  locale: string;
  timeZone: string;
}

/** The value as the answer shows it. */
export function converted(
  value: unknown,
  convert: Converted,
  field: FieldDefinition,
  formatting: Formatting,
): unknown {
  if (value === null || value === undefined) return null;
  if (convert === 'label') return field.values.find((each) => each.value === value)?.label ?? value;
  return convert === 'format' ? formatted(value, field, formatting) : value;
}

function formatted(value: unknown, field: FieldDefinition, { locale, timeZone }: Formatting): unknown {
  const language = locale.replaceAll('_', '-');
  if (typeof value === 'number')
    return new Intl.NumberFormat(language, { minimumFractionDigits: field.scale }).format(value);
  if (typeof value !== 'string') return value;
  if (field.type === 'date')
    return new Intl.DateTimeFormat(language, { timeZone: 'UTC' }).format(new Date(value));
  if (field.type !== 'datetime') return value;
  const instant = new Date(value.replace('+0000', 'Z'));
  return new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    instant,
  );
}
