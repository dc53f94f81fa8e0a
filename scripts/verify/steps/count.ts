import { z } from 'zod';
import type { Counting } from './steps.ts';

/** Tests and checks of a step. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** What a step left behind. */
export interface Finished {
  status: number | null;
  output: string;
  /** What Jest wrote with --outputFile, if the step is one of Jest. */
  report: unknown;
}

const jestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
  numPendingTests: z.number(),
});

/** A failed step counts at least one failure, whatever it says about itself: it may have died before it counted. */
export function countsOf(counting: Counting, finished: Finished): Counts {
  const counts = reported(counting, finished) ?? { passed: 0, failed: 0, skipped: 0 };
  if (finished.status === 0) return counts;
  return { ...counts, failed: Math.max(counts.failed, 1) };
}

function reported(counting: Counting, { status, output, report }: Finished): Counts | undefined {
  switch (counting) {
    case 'one':
      return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
    case 'jest':
      return jestCounts(report);
    case 'lastLine':
      return lastLineCounts(output);
  }
}

function jestCounts(report: unknown): Counts | undefined {
  const parsed = jestReport.safeParse(report).data;
  if (!parsed) return undefined;
  return {
    passed: parsed.numPassedTests,
    failed: parsed.numFailedTests + parsed.numRuntimeErrorTestSuites,
    skipped: parsed.numPendingTests,
  };
}

/** `10 passed, 0 failed` or `8 passed, 0 failed, 2 skipped` */
function lastLineCounts(output: string): Counts | undefined {
  const [, passed, failed, skipped = '0'] =
    /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/.exec(output) ?? [];
  if (passed === undefined || failed === undefined) return undefined;
  return { passed: Number(passed), failed: Number(failed), skipped: Number(skipped) };
}

export const sum = (all: readonly Counts[]): Counts =>
  all.reduce(
    (total, each) => ({
      passed: total.passed + each.passed,
      failed: total.failed + each.failed,
      skipped: total.skipped + each.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

/** The last line of `npm test`. */
export const describeCounts = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
