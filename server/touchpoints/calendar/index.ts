export { countryCode, zoneOfCountry } from './countries.ts';
export { type HolidayRow, orgHolidays } from './org-holidays.ts';
export { daysOfCountry, type Span, workingDaysFor } from './working.ts';
