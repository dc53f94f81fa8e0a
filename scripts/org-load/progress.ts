import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from './load.ts';

const EVERY_MS = 2000;

/** A bar on a terminal; elsewhere a line now and then. It goes to stderr, the result to stdout. */
export function progressBar(): Progress {
  const bar = new SingleBar(
    {
      format: '{bar} {percentage} % | {value} of {total} records | {on} | {eta_formatted} left',
      hideCursor: true,
      noTTYOutput: true,
      notTTYSchedule: EVERY_MS,
    },
    Presets.shades_classic,
  );
  return {
    start: (total) => {
      if (total > 0) bar.start(total, 0, { on: '' });
    },
    advance: (count, on) => bar.increment(count, { on: on ?? 'today' }),
    stop: () => bar.stop(),
  };
}
