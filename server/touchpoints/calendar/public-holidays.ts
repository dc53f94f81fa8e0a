import Holidays from 'date-holidays';
import { LRUCache } from 'lru-cache';
import { Temporal } from 'temporal-polyfill';

const years = new LRUCache<string, readonly string[]>({ max: 2_000 });

interface Holiday {
  date: string;
  start: Date;
  end: Date;
}

/** Some holidays take several days: the civil days that they cover. */
const daysOf = ({ start, end, date }: Holiday): string[] => {
  const first = Temporal.PlainDate.from(date.slice(0, 10));
  const [from, to] = [start, end].map((each) => Temporal.Instant.fromEpochMilliseconds(each.getTime()));
  const count = from && to ? Math.max(1, Math.round(from.until(to).total('hours') / 24)) : 1;
  return Array.from({ length: count }, (_, days) => first.add({ days }).toString());
};

const inYear = (country: string, region: string | undefined, year: number): readonly string[] =>
  new Holidays(country, region ?? '')
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .flatMap(daysOf);

/** Public holidays (YYYY-MM-DD) of a country (ISO 3166-1) and region in a year, as `date-holidays` knows them. */
export const publicHolidays = (
  country: string,
  region: string | undefined,
  year: number,
): readonly string[] => {
  const key = `${country}/${region ?? ''}/${year}`;
  const known = years.get(key);
  if (known) return known;
  const days = inYear(country, region, year);
  years.set(key, days);
  return days;
};
