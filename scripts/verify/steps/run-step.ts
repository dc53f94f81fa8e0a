import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Counts, countsOf } from './count.ts';
import type { Step } from './steps.ts';

/** What became of a step. */
export interface Outcome {
  step: Step;
  counts: Counts;
  /** What it printed, both streams as they came. */
  output: string;
  seconds: number;
}

interface Place {
  root: string;
  /** An empty folder for reports. */
  reports: string;
}

/** Runs one command of the project to its end; a command that can not be started is a failed one. */
export async function runStep({ root, reports }: Place, step: Step): Promise<Outcome> {
  const reportFile = path.join(reports, `${step.title.replaceAll(/\W+/g, '-')}.json`);
  const [program, ...args] = step.command;
  const all = step.counting === 'jest' ? [...args, '--json', `--outputFile=${reportFile}`] : args;
  const started = performance.now();
  const { status, output } = await spawned(root, program, all, step.nodeOptions);
  const seconds = (performance.now() - started) / 1000;
  const report = step.counting === 'jest' ? await readReport(reportFile) : undefined;
  return { step, counts: countsOf(step.counting, { status, output, report }), output, seconds };
}

function spawned(
  root: string,
  program: string,
  args: readonly string[],
  nodeOptions: string | undefined,
): Promise<{ status: number | null; output: string }> {
  const bin = path.join(root, 'node_modules/.bin');
  const env = {
    ...process.env,
    PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`,
    FORCE_COLOR: '0',
    ...(nodeOptions === undefined ? {} : { NODE_OPTIONS: nodeOptions }),
  };
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: string[] = [];
    const take = (chunk: Buffer): void => {
      chunks.push(chunk.toString());
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (failure) => resolve({ status: null, output: String(failure) }));
    child.on('close', (status) => resolve({ status, output: chunks.join('') }));
  });
}

/** Jest writes no report when it dies. */
async function readReport(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}
