import type { Day } from './day-table.ts';
import type { Situation } from './types.ts';
import { rankOf } from './working-days.ts';

/** Within the working days before its day in which a touchpoint is a Task. */
export const isSoon = ({ working, today, taskBusinessDays }: Situation, day: Day): boolean =>
  rankOf(working, day) - rankOf(working, today) <= taskBusinessDays;
