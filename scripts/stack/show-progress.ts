import { Listr } from 'listr2';
import { type Progress, type Step, stepNames, steps } from './progress.ts';

type Pending = PromiseWithResolvers<string | undefined>;

/** A terminal in which lines that change in place can be read; one without a size (a pty of a program) tells 0. */
export const isRoomy = ({ columns = 80, rows = 24 }: { columns?: number; rows?: number }): boolean =>
  columns >= 40 && rows > stepNames.length;

/** A line per step in the terminal, each with its time; plain lines where the output is no terminal, or too small a one. */
export function showProgress(): {
  progress: Progress;
  until: <Result>(work: Promise<Result>) => Promise<Result>;
} {
  return view(new Map(stepNames.map((step) => [step, Promise.withResolvers<string | undefined>()])));
}

function view(pending: Map<Step, Pending>): ReturnType<typeof showProgress> {
  const tasks = new Listr(
    [...pending].map(([step, { promise }]) => ({
      title: steps[step],
      task: async (_context: unknown, task: { title: string; skip: (message?: string) => void }) => {
        const done = await promise;
        if (done === undefined) task.skip('not started');
        else task.title = done;
      },
    })),
    {
      concurrent: true,
      exitOnError: false,
      fallbackRenderer: 'simple',
      fallbackRendererCondition: () => !isRoomy(process.stdout),
    },
  );
  const shown = tasks.run();
  return {
    progress: (event) => {
      if (event.state === 'done')
        pending.get(event.step)?.resolve(`${steps[event.step]} · ${event.seconds} s`);
    },
    until: async (work) => {
      try {
        return await work;
      } catch (error) {
        for (const { resolve } of pending.values()) resolve(undefined);
        throw error;
      } finally {
        await shown;
      }
    },
  };
}
