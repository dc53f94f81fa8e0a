import { AppError } from '../../errors.ts';
import { type Enrolled, type Enrollment, isOver, isRunning, type Touchpoint } from '../enrollments/rows.ts';
import { resumed } from '../engine/resume.ts';
import { stopped } from '../engine/stop.ts';
import type { ActInput } from '../inputs.ts';
import { settled } from '../tasks/seen-task.ts';

/** What somebody does, and when: `today` is the civil date where they are. */
export interface Acting {
  today: string;
  userId: string;
}

type ActOn<Kind extends ActInput['kind']> = Extract<ActInput, { kind: Kind }>;

const unknown = (what: string): AppError =>
  new AppError('touchpointUnknown', `There is no ${what} on this record.`);

const find = ({ touchpoints }: Enrolled, touchpointId: string): Touchpoint => {
  const found = touchpoints.find(({ id }) => id === touchpointId);
  if (!found) throw unknown(`touchpoint "${touchpointId}"`);
  return found;
};

const withOne = ({ enrollment, touchpoints }: Enrolled, changed: Touchpoint): Enrolled => ({
  enrollment,
  touchpoints: touchpoints.map((each) => (each.id === changed.id ? changed : each)),
});

const findOpen = (enrolled: Enrolled, touchpointId: string): Touchpoint => {
  const touchpoint = find(enrolled, touchpointId);
  if (!isOver(touchpoint)) return touchpoint;
  throw new AppError('touchpointOver', `The touchpoint was ${touchpoint.state} on ${touchpoint.ended_on}.`);
};

const end = (
  enrolled: Enrolled,
  touchpoint: Touchpoint,
  { today, userId }: Acting,
  how: Pick<Touchpoint, 'state' | 'outcome' | 'completion_reason' | 'note'>,
): Enrolled =>
  withOne(enrolled, {
    ...touchpoint,
    ...how,
    ...{ reason: null, conflicts: [], ended_on: today, ended_by: userId },
    task_seen: settled(touchpoint.task_seen),
  });

const reopen = (enrolled: Enrolled, touchpointId: string): Enrolled => {
  const touchpoint = find(enrolled, touchpointId);
  if (!isOver(touchpoint)) return enrolled;
  const { enrollment } = enrolled;
  if (enrollment.state === 'stopped') requireRunning(enrollment);
  const nothing = { ended_on: null, ended_by: null, outcome: null, completion_reason: null, note: null };
  const again = withOne(enrolled, {
    ...{ ...touchpoint, ...nothing },
    ...{ state: 'planned', task_seen: settled(touchpoint.task_seen) },
  });
  return enrollment.state === 'completed'
    ? { ...again, enrollment: { ...enrollment, state: 'active', reason: null } }
    : again;
};

const requireAhead = (to: string, today: string): void => {
  if (to >= today) return;
  const message = `is before today, ${today}`;
  throw new AppError('bodyInvalid', `The touchpoint is to be on ${to}, which ${message}.`, {
    faults: [{ place: 'input.to', message }],
  });
};

const move = (enrolled: Enrolled, { touchpointId, to }: ActOn<'move'>, { today }: Acting): Enrolled => {
  requireAhead(to, today);
  const touchpoint = findOpen(enrolled, touchpointId);
  return withOne(enrolled, { ...touchpoint, pinned_on: to, task: withDays(touchpoint, to) });
};

/** Days that Salesforce may still say for a while, and that are nobody's choice there. */
const withDays = ({ task, task_seen: seen }: Touchpoint, ...days: string[]): Touchpoint['task'] =>
  task && { ...task, days: [...new Set([...task.days, seen?.latest.ActivityDate ?? null, ...days])] };

const unpin = (enrolled: Enrolled, touchpointId: string): Enrolled => {
  const touchpoint = findOpen(enrolled, touchpointId);
  return withOne(enrolled, { ...touchpoint, pinned_on: null, task: withDays(touchpoint) });
};

const requireRunning = (enrollment: Enrollment): void => {
  if (isRunning(enrollment)) return;
  const { state, reason } = enrollment;
  throw new AppError('enrollmentOver', `The cadence is ${state}${reason ? ` (${reason.code})` : ''}.`);
};

const pause = (
  { enrollment, touchpoints }: Enrolled,
  { reason, until, note }: ActOn<'pause'>,
  { today }: Acting,
): Enrolled => {
  requireRunning(enrollment);
  if (until !== undefined) requireAhead(until, today);
  const isPaused = enrollment.state === 'paused';
  const pauses = isPaused ? enrollment.pauses : [...enrollment.pauses, { from: today }];
  const paused = {
    state: 'paused' as const,
    reason: { code: reason, values: note === undefined ? [] : [note] },
    resume_on: until ?? null,
  };
  return { enrollment: { ...enrollment, ...paused, pauses }, touchpoints };
};

const resume = (enrolled: Enrolled, { today }: Acting): Enrolled => {
  requireRunning(enrolled.enrollment);
  return resumed(enrolled, today);
};

const keep = ({ enrollment, touchpoints }: Enrolled): Enrolled => {
  requireRunning(enrollment);
  const { asks } = enrollment;
  return { enrollment: { ...enrollment, asks: asks && { ...asks, keeps: true } }, touchpoints };
};

/**
 * What an act makes of an enrolment, before it is planned anew. Pure.
 * @throws AppError `touchpointUnknown`, `touchpointOver`, `enrollmentOver`, `bodyInvalid` for a day that has gone by
 */
export const act = (enrolled: Enrolled, input: ActInput, acting: Acting): Enrolled => {
  switch (input.kind) {
    case 'done': {
      const how = {
        state: 'done' as const,
        outcome: input.outcome ?? null,
        completion_reason: null,
        note: null,
      };
      return end(enrolled, findOpen(enrolled, input.touchpointId), acting, how);
    }
    case 'skip': {
      const how = {
        state: 'skipped' as const,
        outcome: null,
        completion_reason: input.reason,
        note: input.note ?? null,
      };
      return end(enrolled, findOpen(enrolled, input.touchpointId), acting, how);
    }
    case 'sayOutcome':
      return withOne(enrolled, { ...find(enrolled, input.touchpointId), outcome: input.outcome });
    case 'reopen':
      return reopen(enrolled, input.touchpointId);
    case 'move':
      return move(enrolled, input, acting);
    case 'unpin':
      return unpin(enrolled, input.touchpointId);
    case 'pause':
      return pause(enrolled, input, acting);
    case 'resume':
      return resume(enrolled, acting);
    case 'stop': {
      requireRunning(enrolled.enrollment);
      const reason = { code: input.reason, values: input.note === undefined ? [] : [input.note] };
      return stopped(enrolled.enrollment, enrolled.touchpoints, reason, {
        today: acting.today,
        by: acting.userId,
      });
    }
    case 'keep':
      return keep(enrolled);
  }
};
