import { isOver, type Touchpoint } from '../enrollments/rows.ts';
import { isClosedThere, type SeenTask, wasReopened } from './seen-task.ts';

const open = { ended_on: null, ended_by: null, outcome: null, completion_reason: null } as const;

const ended = (touchpoint: Touchpoint, { latest }: SeenTask, how: 'done' | 'cancelled'): Touchpoint => ({
  ...touchpoint,
  state: how,
  ended_on: latest.completedOn ?? latest.modifiedAt.slice(0, 10),
  ended_by: 'salesforce',
  completion_reason: how === 'cancelled' ? 'taskDeleted' : null,
});

/** A day that we did not ask for is one that a person chose; one that we asked for is no choice of theirs any more. */
const moved = (touchpoint: Touchpoint, { latest }: SeenTask): Touchpoint => {
  const { task, pinned_on: pinned } = touchpoint;
  const day = latest.ActivityDate;
  if (!task) return touchpoint;
  if (day !== null && !task.days.includes(day)) return { ...touchpoint, pinned_on: day };
  if (pinned !== null && !task.days.includes(pinned)) return { ...touchpoint, pinned_on: null };
  return day === task.ActivityDate && task.days.length > 1
    ? { ...touchpoint, task: { ...task, days: [day] } }
    : touchpoint;
};

const endedThere = ({ ended_by: by }: Touchpoint): boolean => by === 'salesforce';

/**
 * A touchpoint by what Salesforce says about its Task: what reps do there wins. Done there is done, deleted is cancelled and
 * never made again, moved is pinned, reopened or restored is open. It goes by all that was said, not by the order in which it
 * came. The Task of a touchpoint that we cancelled says nothing more.
 */
export const followTask = (touchpoint: Touchpoint, seen: SeenTask): Touchpoint => {
  const known: Touchpoint = { ...touchpoint, task_seen: seen, task_id: seen.latest.Id };
  if (known.task?.cancelled && !endedThere(known)) return known;
  if (isOver(known) && !endedThere(known) && !(known.state === 'done' && wasReopened(seen))) return known;
  const there = moved(
    endedThere(known) || isOver(known) ? { ...known, ...open, state: 'planned' } : known,
    seen,
  );
  if (seen.latest.IsDeleted) return ended(keeping(known, there), seen, 'cancelled');
  return isClosedThere(seen) ? ended(keeping(known, there), seen, 'done') : there;
};

/** How it went was said by a person, and stays with it. */
const keeping = ({ outcome, note }: Touchpoint, there: Touchpoint): Touchpoint => ({
  ...there,
  outcome,
  note,
});
