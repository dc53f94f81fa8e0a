const primary = (tag: string): string => tag.split('-')[0] ?? tag;

/**
 * How well each language serves a reader, 0 best: the reader's own, another form of it (de-AT for de), English, any.
 * `wanted` may be a Salesforce locale such as `de_AT`.
 */
export const languageRanks = (languages: readonly string[], wanted: string): readonly number[] => {
  const want = wanted.replaceAll('_', '-').toLowerCase();
  return languages.map((language) => {
    const own = language.toLowerCase();
    if (own === want) return 0;
    if (primary(own) === primary(want)) return 1;
    return primary(own) === 'en' ? 2 : 3;
  });
};
