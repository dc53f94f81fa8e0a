import type { Day } from './day-table.ts';
import type { Situation } from './types.ts';
import { plusWorkingDays, rankOf } from './working-days.ts';

type Paused = Pick<Situation, 'working' | 'pauses'>;

/** Working days between two days on which the cadence was not paused. */
export const activeDays = ({ working, pauses }: Paused, from: Day, to: Day): number => {
  let count = rankOf(working, to) - rankOf(working, from);
  for (const { from: start, to: end } of pauses) {
    if (end === undefined) continue;
    const [first, last] = [Math.max(start, from), Math.min(end, to)];
    if (first < last) count -= rankOf(working, last) - rankOf(working, first);
  }
  return count;
};

/**
 * A day that was counted from `since`, later by the working days of every pause that began before it, as far as they came
 * after `since`: what was spaced stays spaced, and a pause moves nothing that is counted from a day after it.
 */
export const afterPauses = ({ working, pauses }: Paused, since: Day, counted: Day): Day => {
  let day = counted;
  for (const { from, to } of pauses) {
    if (to === undefined || to <= since || from > day) continue;
    const lost = rankOf(working, to) - rankOf(working, Math.max(from, since));
    if (lost > 0) day = plusWorkingDays(working, day, lost) ?? day;
  }
  return day;
};
