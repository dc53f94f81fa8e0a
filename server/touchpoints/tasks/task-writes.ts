import { isDeepStrictEqual } from 'node:util';
import type { Write } from '../../salesforce/index.ts';
import type { Touchpoint } from '../enrollments/rows.ts';
import type { WantedTask } from './wanted-task.ts';

/** `Inspire_Key__c` of the Task of a touchpoint. */
export const taskKeyOf = ({ id }: Pick<Touchpoint, 'id'>): string => `${id}:Task`;

/** The touchpoint whose Task has this key. */
export const touchpointOfKey = (key: string): string | undefined => /^([0-9a-f-]{36}):Task$/.exec(key)?.[1];

const writeOf = (touchpoint: Touchpoint, { cancelled, days: _, ...fields }: WantedTask): Write => {
  const { Subject, Status } = fields;
  const key = taskKeyOf(touchpoint);
  return cancelled ? { sobject: 'Task', key, cancel: { Subject, Status } } : { sobject: 'Task', key, fields };
};

const same = (one: WantedTask | null | undefined, other: WantedTask): boolean =>
  isDeepStrictEqual({ ...one, days: [] }, { ...other, days: [] });

/**
 * What the engine writes because touchpoints changed. What is done was completed by whoever did it, so nothing is written
 * for that.
 * @param before touchpoints as they were stored, by id
 */
export const taskWrites = (
  before: ReadonlyMap<string, Touchpoint>,
  changed: readonly Touchpoint[],
): Write[] =>
  changed.flatMap((touchpoint) => {
    const { task, state } = touchpoint;
    if (!task || state === 'done' || same(before.get(touchpoint.id)?.task, task)) return [];
    return [writeOf(touchpoint, task)];
  });

/** Completes Tasks whose completion by the person themselves did not arrive in Salesforce. */
export const repairs = (touchpoints: readonly Touchpoint[], status: string): Write[] =>
  touchpoints.flatMap((touchpoint) => {
    const { state, task, task_seen: seen, ended_by: by } = touchpoint;
    const isLeftOpen =
      state === 'done' && by !== 'salesforce' && task && !seen?.latest.IsClosed && !seen?.latest.IsDeleted;
    return isLeftOpen ? [{ sobject: 'Task', key: taskKeyOf(touchpoint), cancel: { Status: status } }] : [];
  });
