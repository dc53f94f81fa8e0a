import { LRUCache } from 'lru-cache';
import { type CadenceStep, isOutbound } from '../../cadences/index.ts';
import { zoneOfCountry } from '../calendar/index.ts';
import type { Enrollment, Touchpoint } from '../enrollments/rows.ts';
import { holds } from '../record/snapshot.ts';
import {
  commonInstant,
  dateOf,
  type Day,
  type LocalHours,
  type Reason,
  type StepCircumstances,
} from '../schedule/index.ts';
import { contactObstacle, contactOf } from './contact.ts';
import type { Environment } from './environment.ts';
import { ownerOf } from './owner.ts';
import type { Users } from './people.ts';
import { fallbackZone, isZone } from './zone.ts';

/** Who does a step and whom it is for, with what that means for its days. */
export interface Assigned extends StepCircumstances {
  ownerId: string | undefined;
  contactId: string | undefined;
}

/** When people may be called where the step does not say; a mail waits until it is read. */
const callable = { from: '08:00', to: '20:00' };
const anytime = { from: '00:00', to: '23:59' };

type InstantOn = (date: string) => string | undefined;

const pairs = new LRUCache<string, InstantOn>({ max: 2_000 });

const remembering = (owner: LocalHours, contact: LocalHours): InstantOn => {
  const known = new Map<string, string | undefined>();
  return (date) => {
    if (!known.has(date)) known.set(date, commonInstant(date, owner, contact));
    return known.get(date);
  };
};

const keyOf = ({ zone, hours: { from, to } }: LocalHours): string => `${zone} ${from} ${to}`;

/** The same hours come again and again: a thousand deals have the same colleagues. */
const instantsOf = (owner: LocalHours, contact: LocalHours): InstantOn => {
  const key = `${keyOf(owner)} ${keyOf(contact)}`;
  const known = pairs.get(key) ?? remembering(owner, contact);
  pairs.set(key, known);
  return known;
};

const hoursOf = ({ channel, window }: CadenceStep) =>
  window ?? (channel === 'call' || channel === 'meeting' ? callable : anytime);

const ownerObstacle = (ownerId: string | undefined, zone: string): Reason | undefined => {
  if (ownerId === undefined) return { code: 'ownerMissing', values: [] };
  return isZone(zone) ? undefined : { code: 'zoneUnknown', values: [zone] };
};

/** Whoever has the Task in Salesforce does it, as long as they are there. */
const ownerThere = (touchpoint: Touchpoint | undefined, users: Users): string | undefined => {
  const there = touchpoint?.task_seen?.latest.OwnerId ?? undefined;
  return there !== undefined && (users.get(there)?.isActive ?? true) ? there : undefined;
};

/** What is to be known about a step before days are looked for. */
export const circumstancesOf = (
  step: CadenceStep,
  { record, contact_id: newcomerId }: Enrollment,
  touchpoint: Touchpoint | undefined,
  environment: Environment,
): Assigned => {
  const { table, users, calendarOf, reachableDays } = environment;
  const ownerId = ownerThere(touchpoint, users) ?? ownerOf(step, record, users);
  const contact = step.channel === 'other' ? undefined : contactOf(step, record, newcomerId);
  const country = contact && record.country;
  const zone = users.get(ownerId ?? '')?.zone ?? fallbackZone;
  const known = isZone(zone) ? zone : fallbackZone;
  const owner = { zone: known, hours: calendarOf(ownerId).hours };
  const theirs = { zone: (country && zoneOfCountry(country)) ?? known, hours: hoursOf(step) };
  const instantOn = instantsOf(owner, theirs);
  return {
    ...{ ownerId, contactId: contact?.contactId },
    possible: reachableDays(ownerId, country),
    instantOn: (day: Day) => instantOn(dateOf(table, day)),
    excluded: !holds(step.when, record),
    obstacle: ownerObstacle(ownerId, zone) ?? contactObstacle(step, contact),
    budgetOf: isOutbound(step) ? contact?.contactId : undefined,
  };
};
