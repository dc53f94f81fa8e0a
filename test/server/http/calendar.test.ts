import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { civilDate } from '../../../server/http/calendar.ts';

const zones = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kolkata', 'Pacific/Apia', 'Pacific/Chatham'];

/** By the machine's own calendar. */
const dayOf = (instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant);

test('the civil day is that of the zone, whatever was asked before', () => {
  const midnight = Date.parse('2026-03-29T22:00:00Z');
  const around = fc.integer({ min: -90_000_000, max: 90_000_000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(around, fc.constantFrom(...zones)), { minLength: 1 }), (asked) => {
      for (const [offset, zone] of asked) {
        const instant = new Date(midnight + offset);
        expect(civilDate(instant, zone)).toBe(dayOf(instant, zone));
      }
    }),
  );
});

test('the day changes at midnight to the millisecond', () => {
  expect(civilDate(new Date('2026-11-21T22:59:59.999Z'), 'Europe/Berlin')).toBe('2026-11-21');
  expect(civilDate(new Date('2026-11-21T23:00:00.000Z'), 'Europe/Berlin')).toBe('2026-11-22');
});
