import fc from 'fast-check';

/** Something that holds whatever is drawn. */
export interface Law {
  name: string;
  /**
   * Tries it on so many cases.
   * @returns how many it was tried on
   * @throws Error with the smallest case found on which it does not hold
   */
  tryOn: (numRuns: number) => number;
}

/** @param check throws where the law does not hold */
export const law = <Drawn>(name: string, drawn: fc.Arbitrary<Drawn>, check: (drawn: Drawn) => void): Law => ({
  name,
  tryOn: (numRuns) => {
    const details = fc.check(
      fc.property(drawn, (each) => check(each)),
      { numRuns, maxSkipsPerRun: 100 },
    );
    if (details.failed) throw new Error(`${name}: ${fc.defaultReportMessage(details)}`);
    return details.numRuns;
  },
});
