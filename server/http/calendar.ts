import { LRUCache } from 'lru-cache';
import { Temporal } from 'temporal-polyfill';

const minuteMs = 60_000;

const dayIn = (epochMs: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone).toPlainDate().toString();

const latest = new LRUCache<string, { minute: number; day: string }>({ max: 1_000 });

/**
 * The civil day, YYYY-MM-DD, that an instant falls on in an IANA time zone. Days begin on full minutes everywhere, so the
 * answer for a zone holds for a minute.
 */
export const civilDate = (instant: Date, timeZone: string): string => {
  const minute = Math.floor(instant.getTime() / minuteMs);
  const known = latest.get(timeZone);
  if (known?.minute === minute) return known.day;
  const day = dayIn(minute * minuteMs, timeZone);
  latest.set(timeZone, { minute, day });
  return day;
};
