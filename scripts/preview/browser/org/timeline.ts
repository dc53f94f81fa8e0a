import { z } from 'zod/mini';
import { query } from './rest.ts';
import { quoted } from './soql.ts';
import { session } from './session.ts';

const named = z.nullish(z.object({ Name: z.nullish(z.string()) }));

const task = z.object({
  Id: z.string(),
  Subject: z.nullish(z.string()),
  ActivityDate: z.nullish(z.string()),
  CreatedDate: z.string(),
  IsClosed: z.boolean(),
  TaskSubtype: z.nullish(z.string()),
  Description: z.nullish(z.string()),
  Owner: named,
  Who: named,
});

const event = z.object({
  Id: z.string(),
  Subject: z.nullish(z.string()),
  ActivityDate: z.nullish(z.string()),
  CreatedDate: z.string(),
  Description: z.nullish(z.string()),
  Owner: named,
  Who: named,
});

/** A task, call, email or event on the timeline. `day` is a civil date. */
export type TimelineEntry = {
  id: string;
  kind: 'task' | 'call' | 'email' | 'event';
  subject: string;
  day: string;
  isOpen: boolean;
  isOverdue: boolean;
  who: string | null;
  owner: string;
  description: string;
};

export type TimelineGroup = { key: string; label: string; entries: TimelineEntry[] };

/** Everything done and planned with a record: what is open first, then by month, newest first. */
export async function readTimeline(sobject: string, id: string): Promise<TimelineGroup[]> {
  const where = `WHERE ${sobject === 'Account' ? 'AccountId' : 'WhatId'} = ${quoted(id)}`;
  const columns = 'Id, Subject, ActivityDate, CreatedDate, Description, Owner.Name, Who.Name';
  const [tasks, events] = await Promise.all([
    query(
      `SELECT ${columns}, IsClosed, TaskSubtype FROM Task ${where} ORDER BY ActivityDate DESC LIMIT 100`,
      task,
    ),
    query(`SELECT ${columns} FROM Event ${where} ORDER BY ActivityDate DESC LIMIT 100`, event),
  ]);
  return group([...tasks.map(ofTask), ...events.map(ofEvent)]);
}

function ofTask(row: z.infer<typeof task>): TimelineEntry {
  const day = row.ActivityDate ?? row.CreatedDate.slice(0, 10);
  const kinds: Readonly<Record<string, TimelineEntry['kind']>> = { Call: 'call', Email: 'email' };
  return {
    ...common(row, day),
    kind: kinds[row.TaskSubtype ?? ''] ?? 'task',
    isOpen: !row.IsClosed,
    isOverdue: !row.IsClosed && day < session.today,
  };
}

function ofEvent(row: z.infer<typeof event>): TimelineEntry {
  const day = row.ActivityDate ?? row.CreatedDate.slice(0, 10);
  return { ...common(row, day), kind: 'event', isOpen: day >= session.today, isOverdue: false };
}

const common = (row: z.infer<typeof event>, day: string) => ({
  id: row.Id,
  subject: row.Subject ?? '(no subject)',
  day,
  who: row.Who?.Name ?? null,
  owner: row.Owner?.Name ?? 'Somebody',
  description: row.Description ?? '',
});

function group(entries: readonly TimelineEntry[]): TimelineGroup[] {
  const open = entries.filter((entry) => entry.isOpen).sort((a, b) => a.day.localeCompare(b.day));
  const past = entries.filter((entry) => !entry.isOpen).sort((a, b) => b.day.localeCompare(a.day));
  const months = Map.groupBy(past, (entry) => entry.day.slice(0, 7));
  return [
    { key: 'open', label: 'Upcoming & Overdue', entries: open },
    ...[...months].map(([month, those]) => ({ key: month, label: monthLabel(month), entries: those })),
  ];
}

const monthLabel = (month: string): string =>
  new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01`),
  );
