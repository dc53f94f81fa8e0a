import { z } from 'zod';

/** Jest's own report, as far as it is read here. */
const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.enum(['passed', 'failed', 'pending', 'skipped', 'todo', 'disabled', 'focused']),
          failureMessages: z.array(z.string().nullable()).nullish(),
        }),
      ),
    }),
  ),
});

/** What became of one test, or of a file that could not be run at all. */
export interface Outcome {
  file: string;
  test: string;
  result: 'passed' | 'failed' | 'notImplemented';
  /** Why it did not pass. */
  reason: string | null;
}

/**
 * What this org does not have, by what a test that fails for it shows: the address that the org does not answer, the file
 * of jsforce's older bulk tests, or the title.
 */
const MISSING: readonly { shows: (test: string, failure: string) => boolean; reason: string }[] = [
  {
    shows: (_test, failure) => /\/services\/async\/|\bbulk\.test\.ts\b/.test(failure),
    reason: 'Bulk API 1.0',
  },
  { shows: (test) => /\blayouts?\b/i.test(test), reason: 'page layouts' },
];

/** @throws ZodError if the text is not what Jest writes with `--json` */
export function outcomesOf(text: string): Outcome[] {
  return report.parse(JSON.parse(text)).testResults.flatMap(({ name, message, assertionResults }) => {
    const file = name.replace(/^.*\//, '');
    if (assertionResults.length === 0) {
      const reason = firstLine(message ?? '') || 'no test was run';
      return [{ file, test: '(the file itself)', result: 'failed' as const, reason }];
    }
    return assertionResults.map(({ fullName, status, failureMessages }) =>
      outcome(file, fullName, status, (failureMessages ?? []).join('\n')),
    );
  });
}

function outcome(file: string, test: string, status: string, failure: string): Outcome {
  if (status === 'passed') return { file, test, result: 'passed', reason: null };
  const missing = status === 'failed' ? MISSING.find(({ shows }) => shows(test, failure)) : undefined;
  if (missing) return { file, test, result: 'notImplemented', reason: missing.reason };
  return { file, test, result: 'failed', reason: firstLine(failure) || status };
}

const firstLine = (text: string): string => text.trim().split('\n')[0] ?? '';

export interface Counts {
  passed: number;
  failed: number;
  notImplemented: number;
}

export function countsOf(outcomes: readonly Outcome[]): Counts {
  const counts = { passed: 0, failed: 0, notImplemented: 0 };
  for (const { result } of outcomes) counts[result] += 1;
  return counts;
}

/** One line a test that did not pass, and one a file; nothing about what passed but its number. */
export function linesOf(outcomes: readonly Outcome[]): string[] {
  return [...Map.groupBy(outcomes, ({ file }) => file)].flatMap(([file, ofFile]) => {
    const { passed, failed, notImplemented } = countsOf(ofFile);
    const rest = ofFile.filter(({ result }) => result !== 'passed');
    return [
      `${file}: ${passed} passed, ${failed} failed, ${notImplemented} not implemented`,
      ...rest.map(
        ({ test, result, reason }) =>
          `  ${result === 'failed' ? 'FAILED' : 'not implemented'}: ${test} (${reason ?? ''})`,
      ),
    ];
  });
}
