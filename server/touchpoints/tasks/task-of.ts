import type { CadenceSettings, CadenceStep, Channel } from '../../cadences/index.ts';
import type { Touchpoint } from '../enrollments/rows.ts';
import type { WantedTask } from './wanted-task.ts';

const subtypes: Readonly<Record<Channel, WantedTask['TaskSubtype']>> = {
  email: 'Email',
  call: 'Call',
  meeting: 'Task',
  other: 'Task',
};

const titled = (pattern: string, name: string): string => pattern.replace('{0}', () => name).slice(0, 255);

/** A meeting is arranged until the customer agrees to a time: no Event is ever put into a calendar before. */
const nameOf = ({ name, channel }: CadenceStep, { taskSubject }: CadenceSettings): string =>
  channel === 'meeting' ? titled(taskSubject.arrange, name) : name;

const text = ({ purpose, talkingPoints, dontSay }: CadenceStep): string =>
  [purpose, ...talkingPoints.map((point) => `• ${point}`), `✗ ${dontSay}`].join('\n');

const daysWith = (former: WantedTask | null, day: string | null): WantedTask['days'] => [
  ...new Set([...(former?.days ?? []), day]),
];

/** What the Task of a touchpoint says while it is open. */
const openTask = (
  touchpoint: Touchpoint,
  step: CadenceStep,
  recordId: string,
  settings: CadenceSettings,
): WantedTask => {
  const { task: former, state, due_on: day, at, owner_id: ownerId, contact_id: contactId } = touchpoint;
  const isHeld = state === 'held';
  return {
    OwnerId: ownerId ?? former?.OwnerId ?? '',
    Subject: nameOf(step, settings),
    Status: isHeld ? settings.taskStatus.waiting : settings.taskStatus.open,
    ActivityDate: day,
    WhoId: contactId,
    WhatId: recordId,
    TaskSubtype: subtypes[step.channel],
    Description: text(step),
    ReminderDateTime: isHeld ? null : at,
    IsReminderSet: !isHeld && at !== null,
    cancelled: false,
    days: touchpoint.task_seen?.latest.ActivityDate === day && former ? former.days : daysWith(former, day),
  };
};

/** Marks that nothing has to be done any more; the Task stays. */
const overTask = (former: WantedTask, subject: string, status: string): WantedTask => ({
  ...former,
  ...{ Subject: subject, Status: status, cancelled: true },
});

/** The Task of a touchpoint whose step the cadence has no more. */
export const calledOff = (
  { task }: Pick<Touchpoint, 'task'>,
  { taskSubject, taskStatus }: CadenceSettings,
): WantedTask | null =>
  task &&
  (task.cancelled ? task : overTask(task, titled(taskSubject.cancelled, task.Subject), taskStatus.cancelled));

/**
 * The Task that a touchpoint is to have (docs/touchpoints.md has the table): none before it is current; from then on one
 * that follows it; cancelled, never deleted, when it is not to be done. A done one was completed by whoever did it.
 */
export const taskOf = (
  touchpoint: Touchpoint,
  step: CadenceStep,
  recordId: string,
  settings: CadenceSettings,
): WantedTask | null => {
  const { task: former, state } = touchpoint;
  if (state === 'done') return former && { ...former, Status: settings.taskStatus.done };
  if (state === 'skipped' || state === 'cancelled' || state === 'notTaken')
    return (
      former &&
      overTask(former, titled(settings.taskSubject.cancelled, step.name), settings.taskStatus.cancelled)
    );
  if (former || state === 'current') return openTask(touchpoint, step, recordId, settings);
  return null;
};
