import { LightningElement, api } from 'lwc';
import { startQuickAction } from '../../lightning/navigation/navigation.ts';
import { followRecord } from '../../org/follow-record.ts';
import type { PageRecord } from '../../org/record.ts';
import { refreshView } from '../../org/refresh.ts';
import { messageOf, updateRecord, type Fields } from '../../org/rest.ts';
import { session } from '../../org/session.ts';
import { readTimeline, type TimelineEntry, type TimelineGroup } from '../../org/timeline.ts';
import { toastError, toastSuccess } from '../../org/toast.ts';
import QuickForm from '../quickForm/quickForm.ts';

const looks = {
  task: { icon: 'standard:task', line: 'slds-timeline__item_task', verb: ['has a task', 'had a task'] },
  call: {
    icon: 'standard:log_a_call',
    line: 'slds-timeline__item_call',
    verb: ['has a call planned', 'logged a call'],
  },
  email: {
    icon: 'standard:email',
    line: 'slds-timeline__item_email',
    verb: ['has an email planned', 'sent an email'],
  },
  event: {
    icon: 'standard:event',
    line: 'slds-timeline__item_event',
    verb: ['has an event', 'had an event'],
  },
} as const;

/** Activity of a record: a few ways to add to it, and the timeline. */
export default class Activity extends LightningElement {
  @api record!: PageRecord;

  groups: TimelineGroup[] | undefined;
  problem: string | undefined;
  #stop: (() => void) | undefined;

  connectedCallback(): void {
    this.#stop = followRecord(this.record.id, () => this.load());
  }

  disconnectedCallback(): void {
    this.#stop?.();
  }

  private async load(): Promise<void> {
    try {
      this.groups = await readTimeline(this.record.sobject, this.record.id);
      this.problem = undefined;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  get shown() {
    return (this.groups ?? []).map(({ key, label, entries }) => ({
      key,
      label,
      isEmpty: entries.length === 0,
      lines: entries.map((entry) => ({ ...entry, ...look(entry) })),
    }));
  }

  email(): void {
    const page = {
      type: 'standard__quickAction',
      attributes: { apiName: 'Global.SendEmail' },
      state: { recordId: this.record.id },
    };
    startQuickAction(page);
  }

  newTask(): Promise<void> {
    return this.add('New Task', ['Subject', 'ActivityDate', 'Description'], { Status: 'Not Started' });
  }

  logCall(): Promise<void> {
    const done = { Status: 'Completed', TaskSubtype: 'Call', ActivityDate: session.today, Subject: 'Call' };
    return this.add('Log a Call', ['Subject', 'Description'], done);
  }

  private async add(label: string, fields: readonly string[], fixed: Fields): Promise<void> {
    const related = { WhatId: this.record.id, OwnerId: session.user.id };
    const id = await QuickForm.open<string>({
      size: 'small',
      label,
      heading: label,
      sobject: 'Task',
      fields,
      fixed: { ...related, ...fixed },
    });
    if (id !== undefined) await refreshView();
  }

  async complete(event: Event): Promise<void> {
    const { currentTarget: box } = event;
    if (!(box instanceof HTMLElement)) return;
    try {
      await updateRecord('Task', box.dataset['id'] ?? '', { Status: 'Completed' });
      toastSuccess('Task completed.');
      await refreshView();
    } catch (error) {
      toastError("The task wasn't completed", error);
    }
  }
}

function look(entry: TimelineEntry) {
  const { icon, line, verb } = looks[entry.kind];
  const who = entry.owner === session.user.name ? 'You' : entry.owner;
  const [open, done] = verb;
  const said = entry.isOpen ? (who === 'You' ? open.replace('has', 'have') : open) : done;
  return {
    icon,
    lineClass: `slds-timeline__item_expandable page-activity__line ${line}`,
    story: `${who} ${said}${entry.who ? ` with ${entry.who}` : ''}`,
    date: new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(
      new Date(entry.day),
    ),
    dateClass: entry.isOverdue ? 'slds-timeline__date slds-text-color_error' : 'slds-timeline__date',
    canComplete: entry.isOpen && entry.kind !== 'event',
    completeLabel: `Mark "${entry.subject}" complete`,
  };
}
