import { isOver, type Touchpoint } from '../enrollments/rows.ts';
import { isClosedThere, type SeenTask, wasReopened } from './seen-task.ts';

const open = { ended_on: null, ended_by: null, outcome: null, completion_reason: null } as const;

const ended = (touchpoint: Touchpoint, { latest }: SeenTask, how: 'done' | 'cancelled'): Touchpoint => ({
  ...touchpoint,
  state: how,
  ended_on: latest.completedOn ?? latest.modifiedAt.slice(0, 10),
  ended_by: 'salesforce',
  ...(how === 'cancelled' && { completion_reason: 'taskDeleted' }),
});

/** A day that we did not ask for is one that a person chose. */
const moved = (touchpoint: Touchpoint, { latest }: SeenTask): Touchpoint => {
  const { task } = touchpoint;
  const day = latest.ActivityDate;
  if (!task || day === null) return touchpoint;
  if (!task.days.includes(day))
    return { ...touchpoint, pinned_on: day, task: { ...task, ActivityDate: day, days: [day] } };
  return day === task.ActivityDate && task.days.length > 1
    ? { ...touchpoint, task: { ...task, days: [day] } }
    : touchpoint;
};

/**
 * A touchpoint by what Salesforce says about its Task: what reps do there wins. Done there is done, deleted is cancelled and
 * never made again, moved is pinned, reopened is open. The Task of a touchpoint that we cancelled says nothing more.
 */
export const followTask = (touchpoint: Touchpoint, seen: SeenTask): Touchpoint => {
  const known: Touchpoint = { ...touchpoint, task_seen: seen, task_id: seen.latest.Id };
  if (known.task?.cancelled) return known;
  if (seen.latest.IsDeleted) return isOver(known) ? known : ended(known, seen, 'cancelled');
  if (isClosedThere(seen)) return isOver(known) ? known : ended(known, seen, 'done');
  if (known.state === 'done' && wasReopened(seen))
    return moved({ ...known, ...open, state: 'planned' }, seen);
  return isOver(known) ? known : moved(known, seen);
};
