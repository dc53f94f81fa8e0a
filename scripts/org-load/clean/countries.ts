const LETTERS = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));

/** English names of all countries, from the Unicode data that comes with Node. */
export function countryNames(): string[] {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  return codes.flatMap((code) => names.of(code) ?? []);
}
