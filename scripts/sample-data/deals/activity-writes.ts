import type { Temporal } from 'temporal-polyfill';
import { at, daysBetween, earlier, isBefore, workdayAfter } from '../calendar.ts';
import { type Random, randomFor } from '../random.ts';
import { ref, type Write } from '../timeline.ts';
import { type Channel, drawMeeting, drawTask } from '../world/subjects.ts';
import { contactKey, userKey } from './accounts.ts';
import { lastDayOf } from './cutoff.ts';
import type { Deal } from './deal.ts';

type Day = Temporal.PlainDate;

/** What a seller logs is written at the end of the week. */
export const EVENING = 16.5;
const MOST = 8;

interface Activity {
  key: string;
  by: string;
  deal: string;
  contact?: string | undefined;
  on: Day;
  subject: string;
}

/** The Friday of the day's week, or the last day on which its seller wrote anything. */
const loggedOn = (on: Day, last: Day): Temporal.Instant =>
  at(earlier(on.add({ days: Math.max(0, 5 - on.dayOfWeek) }), last), EVENING);

export function taskWrite(activity: Activity, channel: Channel, done: boolean, last: Day): Write {
  const { key, by, deal, contact, on, subject } = activity;
  const fields = {
    Subject: subject,
    ActivityDate: on.toString(),
    Status: done ? 'Completed' : 'Not Started',
    TaskSubtype: channel,
    OwnerId: ref(by),
    WhatId: ref(deal),
    ...(contact ? { WhoId: ref(contact) } : {}),
  };
  return { at: loggedOn(on, last), by, operation: 'create', sobject: 'Task', key, fields };
}

export function meetingWrite(activity: Activity, hour: number, last: Day): Write {
  const { key, by, deal, contact, on, subject } = activity;
  const start = at(on, hour);
  const fields = {
    Subject: subject,
    StartDateTime: start.toString(),
    EndDateTime: start.add({ minutes: 60 }).toString(),
    OwnerId: ref(by),
    WhatId: ref(deal),
    ...(contact ? { WhoId: ref(contact) } : {}),
  };
  return { at: loggedOn(on, last), by, operation: 'create', sobject: 'Event', key, fields };
}

function drawContact(random: Random, deal: Deal): { first?: string; contact?: string } {
  const index =
    deal.account.people.length > 0 && random.chance(0.7) ? random.int(0, deal.account.people.length - 1) : -1;
  const person = deal.account.people[index];
  return person ? { first: person.first, contact: contactKey(deal.account, index) } : {};
}

/** Calls, mails and meetings while the deal was alive, and for open ones mostly one that is still to do. */
export function activityWrites(deal: Deal, today: Day): Write[] {
  const random = randomFor(`activities ${deal.key}`);
  const by = userKey(deal.account.owner);
  const last = lastDayOf(deal.account.owner, today);
  const until = earlier(last, deal.life.decidedOn);
  const span = daysBetween(deal.life.created, until);
  if (span < 1) return [];
  const count = Math.min(MOST, Math.round(span / random.float(9, 22)));
  const done = Array.from({ length: count }, (_, index): Write => {
    const on = earlier(workdayAfter(deal.life.created.add({ days: random.int(0, span) })), until);
    const { first, contact } = drawContact(random, deal);
    const about = { by, deal: deal.key, contact, on };
    if (random.chance(0.17)) {
      return meetingWrite(
        { ...about, key: `event:${deal.key}:${index}`, subject: drawMeeting(random, first) },
        random.int(7, 14),
        last,
      );
    }
    const { subject, channel } = drawTask(random, first);
    return taskWrite({ ...about, key: `task:${deal.key}:${index}`, subject }, channel, true, last);
  });
  const isOpen = isBefore(last, deal.life.decidedOn);
  if (!isOpen || !random.chance(0.6)) return done;
  const { first, contact } = drawContact(random, deal);
  const on = workdayAfter(last.add({ days: random.int(-8, 12) }));
  const { subject } = drawTask(random, first);
  return [
    ...done,
    taskWrite(
      { key: `task:${deal.key}:next`, by, deal: deal.key, contact, on, subject },
      'Task',
      false,
      last,
    ),
  ];
}
