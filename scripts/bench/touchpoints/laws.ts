import { touchpointLaws } from '../../../test/support/cadence-laws/index.ts';

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/**
 * Tries every law of touchpoints on so many cases.
 * @returns the number of cases of the law that was tried on the fewest
 * @throws Error with the smallest case found on which a law does not hold
 */
export const runLaws = async (numRuns: number): Promise<number> => {
  const counts: number[] = [];
  for (const { name, tryOn } of touchpointLaws) {
    const start = performance.now();
    counts.push(tryOn(numRuns));
    console.log(`${counts.at(-1)} cases in ${seconds(performance.now() - start)}: ${name}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return Math.min(...counts);
};
