import { Temporal } from 'temporal-polyfill';
import type { Enrollment } from '../enrollments/rows.ts';
import { dateOf, dayOf, plusWorkingDays } from '../schedule/index.ts';
import type { Environment } from './environment.ts';
import type { Interruption } from './replies.ts';

const nextDay = (date: string): string => Temporal.PlainDate.from(date).add({ days: 1 }).toString();

const workingDaysOn = (
  { table, workingDaysOf, settings }: Environment,
  ownerId: string | null,
  today: string,
): string => {
  const from = dayOf(table, today);
  const working = workingDaysOf(ownerId ?? undefined);
  const day = from === undefined ? undefined : plusWorkingDays(working, from, settings.replyBusinessDays);
  return day === undefined ? nextDay(today) : dateOf(table, day);
};

/** Whether it paused for that already, and somebody may have gone on since. */
export const wasInterrupted = ({ pauses }: Enrollment, { source }: Interruption): boolean =>
  pauses.some((pause) => pause.source === source);

/** Paused by what the customer did: until the day after the meeting, or so many working days after a reply. */
export const interrupted = (
  enrollment: Enrollment,
  { code, on, source }: Interruption,
  environment: Environment,
  today: string,
): Enrollment => ({
  ...enrollment,
  ...{ state: 'paused', reason: { code, values: [] } },
  resume_on: on === null ? workingDaysOn(environment, enrollment.record.ownerId, today) : nextDay(on),
  pauses: [...enrollment.pauses, { from: today, source }],
});
