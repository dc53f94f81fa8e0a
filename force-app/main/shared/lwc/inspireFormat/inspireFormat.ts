import LANG from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';

/** Puts values into a label: `fill('{0} is {1}', 'Helena', 'CFO')`. */
export function fill(label: string, ...values: string[]): string {
  return label.replace(/\{(\d+)\}/g, (_, place: string) => values[Number(place)] ?? '');
}

/** `Helena, Tom, and Ute`, by the rules of the viewer's language. */
export function joined(parts: string[]): string {
  return new Intl.ListFormat(LANG, { type: 'conjunction' }).format(parts);
}

/** The civil day (YYYY-MM-DD) it is now in the viewer's time zone, `days` later. */
export function civilDay(now: Date, days = 0): string {
  const [year, month, day] = new Intl.DateTimeFormat('en-CA-u-ca-gregory-nu-latn', { timeZone: TIME_ZONE })
    .format(now)
    .split('-')
    .map(Number);
  return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, (day ?? 1) + days)).toISOString().slice(0, 10);
}

/** `12 Dec`, or `12 Dec 2027` when it is not this year, in the viewer's locale. */
export function dayText(civilDate: string, now: Date): string {
  const thisYear = civilDate.slice(0, 4) === civilDay(now).slice(0, 4);
  return new Intl.DateTimeFormat(LOCALE, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    ...(thisYear ? {} : { year: 'numeric' }),
  }).format(new Date(`${civilDate}T00:00:00Z`));
}

/** `10:32` or `10:32 AM`. */
export function timeText(instant: Date): string {
  return new Intl.DateTimeFormat(LOCALE, { timeZone: TIME_ZONE, timeStyle: 'short' }).format(instant);
}

/** `4 min`. */
export function minutesText(minutes: number): string {
  return new Intl.NumberFormat(LOCALE, { style: 'unit', unit: 'minute', unitDisplay: 'short' }).format(
    minutes,
  );
}

/** `1,234`. */
export function countText(count: number): string {
  return new Intl.NumberFormat(LOCALE).format(count);
}
