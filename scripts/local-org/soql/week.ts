/** Countries whose weeks begin on Sunday (CLDR); elsewhere Monday is taken. */
const SUNDAY = new Set([
  'US',
  'CA',
  'MX',
  'BR',
  'JP',
  'KR',
  'TW',
  'HK',
  'IL',
  'IN',
  'ZA',
  'PH',
  'CO',
  'PE',
  'VE',
  'TH',
  'ID',
  'SG',
  'PT',
]);

/** ISO number of the day on which weeks begin for a locale such as `en_US`. */
export const firstWeekdayOf = (locale: string): number =>
  SUNDAY.has(locale.split('_').at(-1) ?? '') ? 7 : 1;
