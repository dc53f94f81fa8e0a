import { type Counts, describeCounts, sum } from './count.ts';
import type { Outcome } from './run-step.ts';

const mark = ({ failed, skipped }: Counts): string => {
  if (failed > 0) return '✗';
  return skipped > 0 ? '-' : '✓';
};

const line = ({ step, counts, seconds }: Outcome): string =>
  `${mark(counts)} ${step.title.padEnd(32)} ${seconds.toFixed(1).padStart(6)} s  ${describeCounts(counts)}`;

/** Lines of a step's output that say what was left out. */
const notRun = ({ output }: Outcome): string[] =>
  output.split('\n').filter((each) => each.includes(': not run, '));

/** What `npm test` prints at the end: the output of what failed, a line for each step, and the counts. */
export function summarise(outcomes: readonly Outcome[]): string {
  const failures = outcomes
    .filter(({ counts }) => counts.failed > 0)
    .map(({ step, output }) => `── ${step.title} ${'─'.repeat(40)}\n${output.trim()}\n`);
  const total = sum(outcomes.map(({ counts }) => counts));
  return [...failures, ...outcomes.map(line), ...outcomes.flatMap(notRun), describeCounts(total)].join('\n');
}
