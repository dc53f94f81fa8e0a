/** API versions that this org answers for, as far back as Salesforce does: one behaviour, whatever the version in the path. */
const OLDEST = 31;
const NEWEST = 65;
/** Three releases a year since Spring '25, which was 63; the Winter release is named after the next year. */
const SEASONS = ['Spring', 'Summer', 'Winter'] as const;

function labelOf(number: number): string {
  const index = (((number - 63) % 3) + 3) % 3;
  const year = 25 + Math.floor((number - 63) / 3) + (index === 2 ? 1 : 0);
  return `${SEASONS[index] ?? ''} '${year}`;
}

/** Answer of `GET /services/data`. */
export const versionList = (): { label: string; url: string; version: string }[] =>
  Array.from({ length: NEWEST - OLDEST + 1 }, (_, index) => {
    const version = `${OLDEST + index}.0`;
    return { label: labelOf(OLDEST + index), url: `/services/data/v${version}`, version };
  });

export const isSupported = (version: string): boolean => {
  const number = Number(version);
  return Number.isInteger(number) && number >= OLDEST && number <= NEWEST;
};
