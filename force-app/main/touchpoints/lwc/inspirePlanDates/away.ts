import LANG from '@salesforce/i18n/lang';
import { daysAhead } from 'c/inspireTouchpointWords';

/** Units with their length in days and up to how many days they are used. */
const units = [
  { unit: 'day', days: 1, below: 14 },
  { unit: 'week', days: 7, below: 60 },
  { unit: 'month', days: 30.436875, below: 730 },
  { unit: 'year', days: 365.2425, below: Infinity },
] as const;

/** How far a civil day is from `today`, in words: `in 4 months`, `tomorrow`, `2 weeks ago`. */
export function awayText(day: string, today: string): string {
  const days = daysAhead(day, today);
  const { unit, days: length } = units.find(({ below }) => Math.abs(days) < below) ?? units[3];
  return new Intl.RelativeTimeFormat(LANG, { numeric: 'auto' }).format(Math.round(days / length), unit);
}
