import type { EventFields, TaskFields, Write } from '../../../server/salesforce/outbox/index.ts';
import { type Random, randomFor } from '../../sample-data/random.ts';

/** What is to be in the org for a key in the end. */
export interface Wish {
  fields: Readonly<Record<string, unknown>>;
  cancelled: boolean;
  /** How many writes said something about it. */
  writes: number;
}

export interface Plan {
  writes: readonly Write[];
  wishes: ReadonlyMap<string, Wish>;
}

interface Subjects {
  ownerId: string;
  relatedId: string;
}

const keys = 1_100;
const changes = 600;
const cancellations = 300;

const day = (random: Random): string => `2027-0${random.int(1, 9)}-${random.int(10, 28)}`;

const taskFields = ({ ownerId, relatedId }: Subjects, random: Random): TaskFields => ({
  ...{ OwnerId: ownerId, WhatId: relatedId, Status: 'Not Started', Priority: 'Normal' },
  ...{ Subject: `Call ${random.int(1, 1_000_000)}`, ActivityDate: day(random) },
});

const eventFields = ({ ownerId, relatedId }: Subjects, random: Random): EventFields => {
  const date = day(random);
  return {
    ...{ OwnerId: ownerId, WhatId: relatedId, Subject: `Review ${random.int(1, 1_000_000)}` },
    ...{ StartDateTime: `${date}T09:00:00Z`, EndDateTime: `${date}T09:${random.int(10, 59)}:00Z` },
  };
};

const sobjectOf = (key: string): 'Task' | 'Event' => (key.endsWith(':Task') ? 'Task' : 'Event');

const wishFor = (key: string, subjects: Subjects, random: Random): Write =>
  sobjectOf(key) === 'Task'
    ? { sobject: 'Task', key, fields: taskFields(subjects, random) }
    : { sobject: 'Event', key, fields: eventFields(subjects, random) };

const cancelOf = (key: string): Write =>
  sobjectOf(key) === 'Task'
    ? { sobject: 'Task', key, cancel: { Status: 'Deferred' } }
    : { sobject: 'Event', key, cancel: { Subject: 'Cancelled' } };

const foldInto = (wishes: Map<string, Wish>, write: Write): void => {
  const known = wishes.get(write.key) ?? { fields: {}, writes: 0 };
  const isWhole = 'fields' in write;
  const fields = isWhole ? { ...write.fields } : { ...known.fields, ...write.cancel };
  wishes.set(write.key, { fields, cancelled: !isWhole, writes: known.writes + 1 });
};

/** 2,000 writes about 1,100 tasks and events: each is made, many are changed later, some are cancelled. Always the same. */
export const planWrites = (subjects: Subjects): Plan => {
  const random = randomFor('chaos');
  const all = Array.from({ length: keys }, (_, at) => `chaos-${at}:${at % 5 === 0 ? 'Event' : 'Task'}`);
  const made = all.map((key) => wishFor(key, subjects, random));
  const later = [
    ...Array.from({ length: changes }, () => wishFor(random.pick(all), subjects, random)),
    ...random.shuffled(all).slice(0, cancellations).map(cancelOf),
  ];
  // What is said later about a key comes some time after it was made, among what is made then.
  const writes = [...made];
  for (const write of random.shuffled(later)) {
    const first = writes.findIndex(({ key }) => key === write.key);
    writes.splice(random.int(first + 1, writes.length), 0, write);
  }
  const wishes = new Map<string, Wish>();
  for (const write of writes) foldInto(wishes, write);
  return { writes, wishes };
};
