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

/** `2 Mar, 10:32`, with the year when it is another one, in the viewer's locale and time zone. */
export function instantText(instant: Date, now: Date): string {
  return `${dayText(civilDay(instant), now)}, ${timeText(instant)}`;
}

const spans = [
  { unit: 'second', seconds: 1 },
  { unit: 'minute', seconds: 60 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'day', seconds: 86_400 },
] as const;

/** `12 sec`, `4 min`, `3 hr`, `2 days`: whole units, the largest that fits. */
export function spanText(seconds: number): string {
  const { unit, seconds: length } = spans.findLast((span) => seconds >= span.seconds) ?? spans[0];
  const count = Math.floor(seconds / length);
  return new Intl.NumberFormat(LOCALE, { style: 'unit', unit, unitDisplay: 'short' }).format(count);
}

/** `5%`. */
export function shareText(share: number): string {
  return new Intl.NumberFormat(LOCALE, { style: 'percent' }).format(share);
}
