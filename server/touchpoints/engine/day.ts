import { Temporal } from 'temporal-polyfill';
import type { CadenceSettings } from '../../cadences/index.ts';
import { civilDate } from '../../http/calendar.ts';
import type { Tenant } from '../../store/index.ts';
import { type Enrolled, type Enrollment, isOpen, isRunning, type Touchpoint } from '../enrollments/rows.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { replan, withTasks } from './replan.ts';
import { resumedIfOver } from './resume.ts';
import { type ContactTouch, readTouches } from './touches.ts';
import { zoneOf } from './zone.ts';

/** A day on which enrolments are planned: what is known beside them, read once for many. */
export interface Day {
  environment: Environment;
  /** By contact; grows as touchpoints become current. */
  touches: Map<string, ContactTouch[]>;
  now: Date;
}

/** Twice as many days as the longest stretch of a contact budget has working days. */
const since = (today: string, { contactBudget }: CadenceSettings): string =>
  Temporal.PlainDate.from(today)
    .subtract({ days: 2 * Math.max(5, ...contactBudget.map(({ businessDays }) => businessDays)) })
    .toString();

/** Reads what planning these enrolments needs. */
export async function readDay(
  tenant: Tenant,
  orgId: string,
  enrolled: readonly Enrolled[],
  now: Date,
): Promise<Day> {
  const today = civilDate(now, 'UTC');
  const enrollments = enrolled.map(({ enrollment }) => enrollment);
  const givenTo = enrolled
    .flatMap(({ touchpoints }) => touchpoints)
    .flatMap(({ task_seen: seen }) => (seen?.latest.OwnerId ? [seen.latest.OwnerId] : []));
  const contacts = enrollments.flatMap(({ record }) => record.contacts.map(({ contactId }) => contactId));
  const environment = await readEnvironment(tenant, orgId, today, enrollments, givenTo);
  const touches = await readTouches(
    tenant,
    orgId,
    [...new Set(contacts)],
    since(today, environment.settings),
  );
  return { environment, touches: Map.groupBy(touches, ({ contactId }) => contactId), now };
}

/** A touchpoint that becomes current takes its place in the contact's budget before the next enrolment is planned. */
const noteTouches = (
  { touches, environment }: Day,
  { id }: Enrollment,
  touchpoints: readonly Touchpoint[],
): void => {
  for (const { state, outbound, contact_id: contactId, due_on: on, owner_id: owner } of touchpoints) {
    if (state !== 'current' || !outbound || contactId === null || on === null) continue;
    const others = (touches.get(contactId) ?? []).filter(
      (touch) => touch.enrollmentId !== id || touch.on !== on,
    );
    const by = environment.users.get(owner ?? '')?.name ?? '';
    const all = [...others, { contactId, on, by, enrollmentId: id }];
    touches.set(
      contactId,
      all.toSorted((one, other) => (one.on < other.on ? -1 : 1)),
    );
  }
};

/** Plans one enrolment for the day that its owner has. One that has ended keeps its touchpoints, with their Tasks settled. */
export const planOn = (day: Day, given: Enrolled): Enrolled => {
  const { environment, touches, now } = day;
  const cadence = environment.cadenceOf(given.enrollment);
  const today = civilDate(now, zoneOf(given.enrollment, environment));
  const { enrollment, touchpoints } = resumedIfOver(given, today);
  if (!cadence) return { enrollment, touchpoints };
  if (!isRunning(enrollment))
    return { enrollment, touchpoints: withTasks(cadence, enrollment, touchpoints, environment) };
  const plan = replan(cadence, enrollment, touchpoints, environment, { today, touches });
  noteTouches(day, enrollment, plan);
  return {
    enrollment: plan.some(isOpen) ? enrollment : { ...enrollment, state: 'completed', reason: null },
    touchpoints: plan,
  };
};
