import type { CadenceSettings } from '../../cadences/index.ts';
import type { WriteBack } from '../../http/write-back.ts';
import type { Touchpoint } from '../enrollments/rows.ts';
import { taskKeyOf } from '../tasks/task-writes.ts';
import type { WantedTask } from '../tasks/wanted-task.ts';

/** A Task as it is before somebody acts, if Salesforce is known to have it. */
interface Known {
  taskId: string | undefined;
  task: WantedTask | null;
}

const changedFields = (task: WantedTask, before: WantedTask | null): WriteBack['fields'] =>
  Object.fromEntries(
    (['Subject', 'Status', 'ActivityDate'] as const)
      .filter((field) => before?.[field] !== task[field])
      .map((field) => [field, task[field]]),
  );

/** The Task of something that was done before it had one. */
const completed = (
  touchpoint: Touchpoint,
  shape: WantedTask,
  { taskStatus }: CadenceSettings,
): WriteBack => ({
  sobject: 'Task',
  key: taskKeyOf(touchpoint),
  fields: {
    ...{ Subject: shape.Subject, Status: taskStatus.done, ActivityDate: touchpoint.ended_on },
    ...{ WhatId: shape.WhatId, WhoId: shape.WhoId, TaskSubtype: shape.TaskSubtype },
  },
});

/**
 * What Apex writes as the person who acted, so that Salesforce says who it was: the Task of the touchpoint that they acted on.
 * The engine's own writes say the same and then find nothing to do.
 * @param shape the Task that the touchpoint has or would have
 */
export const ownWrites = (
  touchpoint: Touchpoint,
  shape: WantedTask,
  { taskId, task: before }: Known,
  settings: CadenceSettings,
): WriteBack[] => {
  const { state, task } = touchpoint;
  if (taskId === undefined) return state === 'done' ? [completed(touchpoint, shape, settings)] : [];
  const fields = changedFields(task ?? shape, before);
  return Object.keys(fields).length > 0 ? [{ sobject: 'Task', id: taskId, fields }] : [];
};
