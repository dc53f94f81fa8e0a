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

/** A meeting that is moved to another day pauses anew. */
const sourceOf = ({ source, on }: Interruption): string => (on === null ? source : `${source} ${on}`);

/** Whether it paused for that already, and somebody may have gone on since. */
export const wasInterrupted = ({ pauses }: Enrollment, interruption: Interruption): boolean =>
  pauses.some(({ source }) => source === sourceOf(interruption));

/** A pause that a person made without an end lasts until they end it. */
const later = ({ state, resume_on: until }: Enrollment, day: string): string | null =>
  state === 'paused' && (until === null || until > day) ? until : day;

/**
 * Paused by what the customer did: until the day after the meeting, or so many working days after a reply; what paused it
 * before may last longer.
 */
export const interrupted = (
  enrollment: Enrollment,
  interruption: Interruption,
  environment: Environment,
  today: string,
): Enrollment => {
  const { code, on } = interruption;
  const day = on === null ? workingDaysOn(environment, enrollment.record.ownerId, today) : nextDay(on);
  const until = later(enrollment, day);
  const isPaused = enrollment.state === 'paused';
  const pause = { from: today, source: sourceOf(interruption) };
  return {
    ...enrollment,
    ...{ state: 'paused', resume_on: until },
    reason: isPaused && until !== day ? enrollment.reason : { code, values: [] },
    pauses: [...enrollment.pauses, isPaused ? { ...pause, to: today } : pause],
  };
};
