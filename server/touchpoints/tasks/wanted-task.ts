import { z } from 'zod';

/** What the Task of a touchpoint is to say, with the API names of its fields. */
export const wantedTaskSchema = z.object({
  OwnerId: z.string(),
  Subject: z.string(),
  Status: z.string(),
  ActivityDate: z.iso.date().nullable(),
  WhoId: z.string().nullable(),
  WhatId: z.string(),
  TaskSubtype: z.enum(['Email', 'Call', 'Task']),
  Description: z.string(),
  ReminderDateTime: z.string().nullable(),
  IsReminderSet: z.boolean(),
  /** Nothing is made for it any more; what is there says that it was cancelled. */
  cancelled: z.boolean(),
  /** Days that we wanted while we do not know which of them is there. */
  days: z.array(z.iso.date().nullable()),
});

export type WantedTask = z.infer<typeof wantedTaskSchema>;
