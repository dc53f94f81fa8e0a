import Holidays from 'date-holidays';
import type { CadenceFault } from './check.ts';
import type { WorkingCalendar } from './working-calendar.ts';

const known = new Holidays();

/** Countries whose holidays are the same everywhere have none. */
const regionsOf = (country: string): Readonly<Record<string, unknown>> | undefined =>
  known.getStates(country);

const countryFaults = ({ country, region }: WorkingCalendar): CadenceFault[] => {
  if (country === undefined)
    return region === undefined
      ? []
      : [{ path: ['region'], message: `"${region}" is a region of no country` }];
  const countries: Readonly<Record<string, unknown>> = known.getCountries();
  if (!(country in countries))
    return [{ path: ['country'], message: `no public holidays are known of "${country}"` }];
  const regions = regionsOf(country) ?? {};
  if (region === undefined || region in regions) return [];
  const names = Object.keys(regions);
  const choice =
    names.length > 0 ? `choose one of ${names.join(', ')}` : 'its holidays are the same everywhere';
  return [{ path: ['region'], message: `"${region}" is no region of ${country}; ${choice}` }];
};

/** What is wrong with a working calendar that no field has by itself: countries and regions unknown, days that end before they begin. */
export function calendarFaults(calendar: WorkingCalendar): CadenceFault[] {
  const backwards = calendar.closed.flatMap(({ from, to }, at) =>
    to < from ? [{ path: ['closed', at, 'to'], message: `${to} is before ${from}` }] : [],
  );
  return [...countryFaults(calendar), ...backwards];
}
