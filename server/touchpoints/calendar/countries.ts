import Holidays from 'date-holidays';

const known: Readonly<Record<string, unknown>> = new Holidays().getCountries();

/** In which countries' names stand in addresses. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv', 'da', 'nb', 'fi', 'ja', 'ko', 'zh'];

const others: readonly (readonly [name: string, code: string])[] = [
  ['usa', 'US'],
  ['united states of america', 'US'],
  ['uk', 'GB'],
  ['great britain', 'GB'],
  ['england', 'GB'],
];

const namesIn = (language: string): [string, string][] => {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return Object.keys(known).map((code) => [(names.of(code) ?? code).toLowerCase(), code]);
};

let codes: ReadonlyMap<string, string> | undefined;

/** Made when first asked for: a thousand names take a while. */
const codesByName = (): ReadonlyMap<string, string> =>
  (codes ??= new Map([
    ...languages.flatMap(namesIn),
    ...Object.keys(known).map((code) => [code.toLowerCase(), code] as const),
    ...others,
  ]));

/** Two-letter code of a country as it stands in an address, by code or name; undefined if it is not known. */
export const countryCode = (name: string | null | undefined): string | undefined =>
  codesByName().get((name ?? '').trim().toLowerCase());

const zones = new Map<string, string | undefined>();

/** IANA time zone of a country that has one; a country with several tells nothing. */
export const zoneOfCountry = (code: string): string | undefined => {
  if (!zones.has(code)) {
    const found: readonly string[] = new Holidays(code).getTimezones();
    zones.set(code, found.length === 1 ? found[0] : undefined);
  }
  return zones.get(code);
};
