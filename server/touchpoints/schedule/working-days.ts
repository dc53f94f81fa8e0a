import type { Day } from './day-table.ts';

/** Days on which somebody works, counted once, so that adding working days is one look-up. */
export interface WorkingDays {
  readonly open: Uint8Array;
  /** Open days before each day. */
  readonly before: Int32Array;
  /** The open days in order. */
  readonly days: Int32Array;
}

/** @param open 1 for each day of the table on which work is done */
export const workingDaysOf = (open: Uint8Array): WorkingDays => {
  const before = new Int32Array(open.length);
  const days: number[] = [];
  for (const [day, isOpen] of open.entries()) {
    before[day] = days.length;
    if (isOpen === 1) days.push(day);
  }
  return { open, before, days: Int32Array.from(days) };
};

/** Days that are open for both. */
export const bothOpen = (one: WorkingDays, other: WorkingDays): WorkingDays =>
  workingDaysOf(one.open.map((isOpen, day) => isOpen & (other.open[day] ?? 0)));

export const isOpen = ({ open }: WorkingDays, day: Day): boolean => open[day] === 1;

/** How many working days lie before a day: differences are distances in working days. */
export const rankOf = ({ before, days }: WorkingDays, day: Day): number => before[day] ?? days.length;

/** The first working day on or after a day. */
export const onOrAfter = (working: WorkingDays, day: Day): Day | undefined =>
  day < 0 ? working.days[0] : working.days[rankOf(working, day)];

/** The last working day on or before a day. */
export const onOrBefore = (working: WorkingDays, day: Day): Day | undefined =>
  isOpen(working, day) ? day : working.days[rankOf(working, day) - 1];

/**
 * The day so many working days away. Nought is the day itself, or the next working day if it is none; one is the first
 * working day after it; minus one the last before it.
 */
export const plusWorkingDays = (working: WorkingDays, day: Day, count: number): Day | undefined => {
  if (count === 0) return onOrAfter(working, day);
  const rank = rankOf(working, day);
  const here = isOpen(working, day) ? 0 : 1;
  return working.days[count > 0 ? rank + count - here : rank + count];
};
