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

/** Who does a step and whom it is for, with what that means for its days. */
export interface Assigned extends StepCircumstances {
  ownerId: string | undefined;
  contactId: string | undefined;
}

const fallbackZone = 'UTC';

/** When people may be called where the step does not say; a mail waits until it is read. */
const callable = { from: '08:00', to: '20:00' };
const anytime = { from: '00:00', to: '23:59' };

const zones = new Map<string, boolean>();

const isZone = (zone: string): boolean => {
  const known = zones.get(zone);
  if (known !== undefined) return known;
  let exists = true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    exists = false;
  }
  zones.set(zone, exists);
  return exists;
};

const instants = new LRUCache<string, { at: string | undefined }>({ max: 50_000 });

/** The same days and hours come again and again: a thousand deals have the same colleagues. */
const instantOf = (date: string, owner: LocalHours, contact: LocalHours): string | undefined => {
  const key = [
    date,
    owner.zone,
    owner.hours.from,
    owner.hours.to,
    contact.zone,
    contact.hours.from,
    contact.hours.to,
  ].join();
  const known = instants.get(key);
  if (known) return known.at;
  const at = commonInstant(date, owner, contact);
  instants.set(key, { at });
  return at;
};

const hoursOf = ({ channel, window }: CadenceStep) =>
  window ?? (channel === 'call' || channel === 'meeting' ? callable : anytime);

const ownerObstacle = (ownerId: string | undefined, zone: string): Reason | undefined => {
  if (ownerId === undefined) return { code: 'ownerMissing', values: [] };
  return isZone(zone) ? undefined : { code: 'zoneUnknown', values: [zone] };
};

/** Somebody in Salesforce gave the Task to a colleague: it stays theirs. */
const reassigned = (touchpoint: Touchpoint | undefined): string | undefined => {
  const [wanted, there] = [touchpoint?.task?.OwnerId, touchpoint?.task_seen?.latest.OwnerId];
  return wanted !== undefined && there && there !== wanted ? there : undefined;
};

/** What is to be known about a step before days are looked for. */
export const circumstancesOf = (
  step: CadenceStep,
  { record, contact_id: newcomerId }: Enrollment,
  touchpoint: Touchpoint | undefined,
  environment: Environment,
): Assigned => {
  const { table, users, calendarOf, reachableDays } = environment;
  const ownerId = reassigned(touchpoint) ?? ownerOf(step, record, users);
  const contact = step.channel === 'other' ? undefined : contactOf(step, record, newcomerId);
  const country = contact && record.country;
  const zone = users.get(ownerId ?? '')?.zone ?? fallbackZone;
  const known = isZone(zone) ? zone : fallbackZone;
  const owner = { zone: known, hours: calendarOf(ownerId).hours };
  const theirs = { zone: (country && zoneOfCountry(country)) ?? known, hours: hoursOf(step) };
  return {
    ...{ ownerId, contactId: contact?.contactId },
    possible: reachableDays(ownerId, country),
    instantOn: (day: Day) => instantOf(dateOf(table, day), owner, theirs),
    excluded: !holds(step.when, record),
    obstacle: ownerObstacle(ownerId, zone) ?? contactObstacle(step, contact),
    budgetOf: isOutbound(step) ? contact?.contactId : undefined,
  };
};
