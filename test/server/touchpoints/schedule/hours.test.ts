import { describe, expect, test } from '@jest/globals';
import { commonInstant } from '../../../../server/touchpoints/schedule/index.ts';

const office = { from: '09:00', to: '17:00' };
const berlin = { zone: 'Europe/Berlin', hours: office };
const newYork = { zone: 'America/New_York', hours: office };

describe('the hours of two people', () => {
  test('begin when the later of them comes to work', () => {
    expect(commonInstant('2026-11-16', berlin, newYork)).toBe('2026-11-16T14:00:00Z');
  });

  test('begin at another hour while clocks have changed for only one of them', () => {
    expect(commonInstant('2026-10-26', berlin, newYork)).toBe('2026-10-26T13:00:00Z');
    expect(commonInstant('2026-11-02', berlin, newYork)).toBe('2026-11-02T14:00:00Z');
  });

  test('may be the evening before of one of them', () => {
    const tokyo = { zone: 'Asia/Tokyo', hours: office };
    const california = { zone: 'America/Los_Angeles', hours: { from: '08:00', to: '20:00' } };
    expect(commonInstant('2026-11-17', tokyo, california)).toBe('2026-11-17T00:00:00Z');
  });

  test('may be two dates apart where clocks differ most', () => {
    const kiritimati = { zone: 'Pacific/Kiritimati', hours: { from: '00:00', to: '01:00' } };
    const pagoPago = { zone: 'Pacific/Pago_Pago', hours: { from: '23:00', to: '23:59' } };
    expect(commonInstant('2026-11-18', kiritimati, pagoPago)).toBe('2026-11-17T10:00:00Z');
  });

  test('may be none', () => {
    expect(commonInstant('2026-11-16', berlin, { zone: 'Asia/Tokyo', hours: office })).toBeUndefined();
  });

  test('an hour that does not come is nobody’s', () => {
    const night = { zone: 'Europe/Berlin', hours: { from: '02:15', to: '02:45' } };
    expect(commonInstant('2027-03-28', night, night)).toBeUndefined();
    expect(commonInstant('2027-03-29', night, night)).toBe('2027-03-29T00:15:00Z');
  });
});
