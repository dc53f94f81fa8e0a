import { describe, expect, it, jest } from '@jest/globals';
import {
  civilDay,
  countText,
  dayText,
  fill,
  instantText,
  joined,
  minutesText,
  shareText,
  spanText,
  timeText,
} from 'c/inspireFormat';

jest.mock('@salesforce/i18n/lang', () => ({ __esModule: true, default: 'de' }), { virtual: true });
jest.mock('@salesforce/i18n/locale', () => ({ __esModule: true, default: 'de-DE' }), { virtual: true });
jest.mock('@salesforce/i18n/timeZone', () => ({ __esModule: true, default: 'Europe/Berlin' }), {
  virtual: true,
});

const lateInLondon = new Date('2026-12-31T23:30:00Z');

describe('formats of the viewer', () => {
  it('puts values into the places of a label, each as it is', () => {
    expect(fill('{1} is {0}, {1}', '$& {1}', 'Tom')).toBe('Tom is $& {1}, Tom');
  });

  it('leaves a place without a value empty', () => {
    expect(fill('{0}-{1}', 'a')).toBe('a-');
  });

  it('joins by the rules of the language', () => {
    expect(joined(['Helena', 'Tom', 'Ute'])).toBe('Helena, Tom und Ute');
  });

  it('takes the day from the viewer’s time zone, across months and years', () => {
    expect(civilDay(lateInLondon)).toBe('2027-01-01');
    expect(civilDay(lateInLondon, 59)).toBe('2027-03-01');
  });

  it('names the year only when it is another one', () => {
    expect(dayText('2027-12-12', lateInLondon)).toBe('12. Dez.');
    expect(dayText('2026-12-12', lateInLondon)).toBe('12. Dez. 2026');
  });

  it('shows time, minutes and counts by the locale', () => {
    expect(timeText(lateInLondon)).toBe('00:30');
    expect(minutesText(4)).toBe('4 Min.');
    expect(countText(1234)).toBe('1.234');
    expect(shareText(0.054)).toBe('5 %');
  });

  it('shows an instant by the viewer’s day and time', () => {
    expect(instantText(new Date('2026-12-30T23:30:00Z'), lateInLondon)).toBe('31. Dez. 2026, 00:30');
  });

  it.each([
    [0, '0 Sek.'],
    [59, '59 Sek.'],
    [60, '1 Min.'],
    [7_199, '1 Std.'],
    [172_800, '2 Tg.'],
  ])('says %i seconds in the largest unit that fits', (seconds, text) => {
    expect(spanText(seconds)).toBe(text);
  });
});
