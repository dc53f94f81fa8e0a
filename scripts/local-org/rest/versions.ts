/** API versions that this org answers for: one behaviour, whatever the version in the path. */
const OLDEST = 58;
const NEWEST = 65;
const SEASONS: readonly (readonly [number, string])[] = [
  [58, "Summer '23"],
  [59, "Winter '24"],
  [60, "Spring '24"],
  [61, "Summer '24"],
  [62, "Winter '25"],
  [63, "Spring '25"],
  [64, "Summer '25"],
  [65, "Winter '26"],
];

/** Answer of `GET /services/data`. */
export const versionList = (): { label: string; url: string; version: string }[] =>
  SEASONS.map(([number, label]) => ({ label, url: `/services/data/v${number}.0`, version: `${number}.0` }));

export const isSupported = (version: string): boolean => {
  const number = Number(version);
  return Number.isInteger(number) && number >= OLDEST && number <= NEWEST;
};
