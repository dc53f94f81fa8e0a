import type { Touchpoint } from '../../server/touchpoints/enrollments/rows.ts';
import type { WantedTask } from '../../server/touchpoints/tasks/wanted-task.ts';

/** A Task as the engine would want it for one. */
export const aWantedTask = (more: Partial<WantedTask> = {}): WantedTask => ({
  OwnerId: '005000000000001AAA',
  Subject: 'Do call',
  Status: 'Not Started',
  ActivityDate: null,
  WhoId: null,
  WhatId: '006000000000001AAA',
  TaskSubtype: 'Call',
  Description: 'They know what comes',
  ReminderDateTime: null,
  IsReminderSet: false,
  cancelled: false,
  days: [more.ActivityDate ?? null],
  ...more,
});

/** A row of a step; nothing has happened to it yet. */
export const aTouchpoint = (more: Partial<Touchpoint> = {}): Touchpoint => ({
  id: '019a0000-0000-7000-8000-000000000001',
  enrollment_id: '019a0000-0000-7000-8000-000000000002',
  step_id: 'call',
  occurrence: 0,
  state: 'planned',
  ...{ due_on: null, at: null, reason: null, conflicts: [], pinned_on: null, ended_on: null, ended_by: null },
  ...{ outcome: null, completion_reason: null, note: null, owner_id: null, contact_id: null },
  ...{ outbound: false, task: null, task_seen: null, task_id: null },
  ...more,
});
