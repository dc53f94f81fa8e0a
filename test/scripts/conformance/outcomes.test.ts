import { expect, test } from '@jest/globals';
import { countsOf, linesOf, outcomesOf } from '../../../scripts/conformance/outcomes.ts';

const assertion = (fullName: string, failure?: string): object => ({
  fullName,
  status: failure === undefined ? 'passed' : 'failed',
  failureMessages: failure === undefined ? [] : [failure],
});
const report = (assertionResults: object[], rest: object = {}): string =>
  JSON.stringify({ testResults: [{ name: '/checkout/test/query.test.ts', assertionResults, ...rest }] });

test('what fails for the lack of something that this org does not have is told apart from what fails', () => {
  const outcomes = outcomesOf(
    report([
      assertion('queries accounts'),
      assertion('inserts in bulk', 'ERROR_HTTP_404:\n<pre>Cannot POST /services/async/50.0/job</pre>'),
      assertion('refuses no rows', 'assert(received)\n at /checkout/test/bulk.test.ts:9'),
      assertion('lists the compact layouts of an account', 'NOT_FOUND: not there'),
      assertion('pages', 'expected 2000\nreceived 1'),
    ]),
  );
  expect(outcomes.map(({ result, reason }) => [result, reason])).toEqual([
    ['passed', null],
    ['notImplemented', 'Bulk API 1.0'],
    ['notImplemented', 'Bulk API 1.0'],
    ['notImplemented', 'page layouts'],
    ['failed', 'expected 2000'],
  ]);
  expect(countsOf(outcomes)).toEqual({ passed: 1, failed: 1, notImplemented: 3 });
  expect(linesOf(outcomes)).toContain('  FAILED: pages (expected 2000)');
});

test('a test that is skipped has not passed', () => {
  const skipped = { fullName: 'pages', status: 'pending', failureMessages: [] };
  expect(countsOf(outcomesOf(report([skipped])))).toEqual({ passed: 0, failed: 1, notImplemented: 0 });
});

test('a file that could not be run has failed', () => {
  const outcomes = outcomesOf(report([], { message: 'Cannot find module jsforce\n at …' }));
  expect(outcomes).toMatchObject([{ result: 'failed', reason: 'Cannot find module jsforce' }]);
});

test('layouts that are listed and pass have passed', () => {
  expect(countsOf(outcomesOf(report([assertion('lists layouts')]))).passed).toBe(1);
});
