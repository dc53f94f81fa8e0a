import { globSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { countsOf, describeCounts, sum } from '../../../scripts/verify/steps/count.ts';
import { runStep } from '../../../scripts/verify/steps/run-step.ts';
import { type Counting, emit, steps } from '../../../scripts/verify/steps/steps.ts';
import { summarise } from '../../../scripts/verify/steps/summary.ts';

const jestReport = { numPassedTests: 5, numFailedTests: 1, numRuntimeErrorTestSuites: 1, numPendingTests: 0 };

describe('counts of a step', () => {
  test.each<[string, Counting, number | null, string, unknown, Record<string, number>]>([
    ['a command that ends well is one check', 'one', 0, '', undefined, { passed: 1, failed: 0 }],
    ['a command that fails is one failure', 'one', 2, '', undefined, { passed: 0, failed: 1 }],
    ['a command that can not be started is a failure', 'one', null, '', undefined, { passed: 0, failed: 1 }],
    [
      'tests count as Jest reports them, files that do not load as failures',
      'jest',
      1,
      '',
      jestReport,
      { passed: 5, failed: 2 },
    ],
    ['a Jest that died before it reported is a failure', 'jest', 1, '', undefined, { passed: 0, failed: 1 }],
    [
      'a Jest whose teardown fails is a failure',
      'jest',
      1,
      '',
      { ...jestReport, numFailedTests: 0, numRuntimeErrorTestSuites: 0 },
      { passed: 5, failed: 1 },
    ],
    [
      'checks count by their last line',
      'lastLine',
      0,
      'x\n8 passed, 0 failed, 2 skipped\n',
      undefined,
      { passed: 8, failed: 0, skipped: 2 },
    ],
    ['checks that died are a failure', 'lastLine', 1, 'TypeError', undefined, { passed: 0, failed: 1 }],
  ])('%s', (_, counting, status, output, report, counts) => {
    expect(countsOf(counting, { status, output, report })).toMatchObject(counts);
  });

  test('add up, and name skipped ones only when there are some', () => {
    const total = sum([
      { passed: 3, failed: 0, skipped: 0 },
      { passed: 1, failed: 2, skipped: 1 },
    ]);
    expect(describeCounts(total)).toBe('4 passed, 2 failed, 1 skipped');
    expect(describeCounts({ ...total, skipped: 0 })).toBe('4 passed, 2 failed');
  });
});

describe('running a step', () => {
  let reports: string;
  beforeAll(async () => {
    reports = await mkdtemp(path.join(tmpdir(), 'inspire-steps-'));
  });
  afterAll(() => rm(reports, { recursive: true }));

  const run = (...command: [string, ...string[]]) =>
    runStep({ root: reports, reports }, { title: 'a step', command, counting: 'one' });

  test('keeps what a failing command printed, both streams', async () => {
    const script = 'console.log("out"); console.error("err"); process.exit(3)';
    const outcome = await run(process.execPath, '--eval', script);
    expect(outcome.counts.failed).toBe(1);
    expect(outcome.output).toMatch(/out[^]*err|err[^]*out/);
  });

  test('counts a command that does not exist as failed', async () => {
    const outcome = await run('no-such-command-anywhere');
    expect(outcome).toMatchObject({ counts: { failed: 1 }, output: expect.stringContaining('ENOENT') });
  });
});

describe('the summary', () => {
  const outcome = (title: string, failed: number, output = '') => ({
    step: { title, command: ['x'] as const, counting: 'one' as const },
    counts: { passed: 1 - failed, failed, skipped: 0 },
    output,
    seconds: 1.25,
  });

  test('shows the output of what failed, what was not run, and ends with the counts', () => {
    const text = summarise([
      outcome('types', 0, 'not shown'),
      outcome('lint', 1, 'a.ts:1 wrong'),
      outcome('org side', 0, '- Apex is understood: not run, needs Java 17, found none'),
    ]);
    expect(text).toContain('a.ts:1 wrong');
    expect(text).not.toContain('not shown');
    expect(text).toContain('not run, needs Java 17');
    expect(text.endsWith('\n2 passed, 1 failed')).toBe(true);
  });
});

test('every step has a title of its own', () => {
  const titles = [emit, ...steps].map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
});

test('every test file belongs to exactly one step', () => {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const folders = steps.flatMap(({ command }) => command.filter((argument) => argument.startsWith('test/')));
  const files = globSync('test/**/*.test.ts', { cwd: root });
  const counts = files.map((file) => folders.filter((folder) => file.startsWith(`${folder}/`)).length);
  expect(files.filter((_, index) => counts[index] !== 1)).toEqual([]);
});
