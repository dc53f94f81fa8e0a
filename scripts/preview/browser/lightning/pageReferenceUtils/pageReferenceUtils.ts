/** `{Subject: 'a, b'}` becomes `Subject=a%2C%20b`: what `defaultFieldValues` of a page reference holds. */
export const encodeDefaultFieldValues = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([field, value]) => `${field}=${encodeURIComponent(value)}`)
    .join(',');

export const decodeDefaultFieldValues = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split(',')
      .map((pair) => pair.split('='))
      .flatMap(([field, value]) => (field ? [[field, decodeURIComponent(value ?? '')]] : [])),
  );
