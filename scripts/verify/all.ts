import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Listr, PRESET_TIMER } from 'listr2';
import { type Outcome, runStep } from './steps/run-step.ts';
import { emit, steps, type Step } from './steps/steps.ts';
import { summarise } from './steps/summary.ts';

/** Everything that must hold before a change lands: `npm test`. */
const root = path.resolve(import.meta.dirname, '../..');
const reports = await mkdtemp(path.join(tmpdir(), 'inspire-test-'));
/** One step for each core of a small machine; each runs its tests in one process. */
const atOnce = 2;
const outcomes = new Map<Step, Outcome>();

const task = (step: Step) => ({
  title: step.title,
  task: async () => {
    const outcome = await runStep({ root, reports }, step);
    outcomes.set(step, outcome);
    if (outcome.counts.failed > 0) throw new Error(`${step.title}: ${outcome.counts.failed} failed`);
  },
});

const progress = new Listr(
  [
    task(emit),
    {
      title: 'checks and tests',
      task: () => new Listr(steps.map(task), { concurrent: atOnce, exitOnError: false }),
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

const all = [emit, ...steps];
const finished = all.flatMap((step) => outcomes.get(step) ?? []);
console.log(`\n${summarise(finished)}`);
const complete = finished.length === all.length;
process.exitCode = complete && finished.every(({ counts }) => counts.failed === 0) ? 0 : 1;
