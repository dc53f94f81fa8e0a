import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Listr, PRESET_TIMER } from 'listr2';
import { type Outcome, runStep } from './steps/run-step.ts';
import { emit, lanes, type Step } from './steps/steps.ts';
import { summarise } from './steps/summary.ts';

/** Everything that must hold before a change lands: `npm test`. */
const root = path.resolve(import.meta.dirname, '../..');
const reports = await mkdtemp(path.join(tmpdir(), 'inspire-test-'));
const outcomes = new Map<Step, Outcome>();

const task = (step: Step) => ({
  title: step.title,
  task: async () => {
    const outcome = await runStep({ root, reports }, step);
    outcomes.set(step, outcome);
    if (outcome.counts.failed > 0) throw new Error(`${step.title}: ${outcome.counts.failed} failed`);
  },
});
const lane = (steps: readonly Step[], number: number) => ({
  title: `lane ${number + 1}`,
  task: () => new Listr(steps.map(task), { concurrent: false, exitOnError: false }),
});

const progress = new Listr(
  [
    task(emit),
    {
      title: 'checks and tests',
      task: () => new Listr(lanes.map(lane), { concurrent: true, exitOnError: false }),
    },
  ],
  {
    exitOnError: false,
    rendererOptions: { timer: PRESET_TIMER, collapseSubtasks: false },
    fallbackRendererOptions: { timer: PRESET_TIMER },
  },
);
try {
  await progress.run();
} finally {
  await rm(reports, { recursive: true });
}

const steps = [emit, ...lanes.flat()];
const finished = steps.flatMap((step) => outcomes.get(step) ?? []);
console.log(`\n${summarise(finished)}`);
const complete = finished.length === steps.length;
process.exitCode = complete && finished.every(({ counts }) => counts.failed === 0) ? 0 : 1;
