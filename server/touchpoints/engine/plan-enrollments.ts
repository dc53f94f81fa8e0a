import { isDeepStrictEqual } from 'node:util';
import { enqueueWrites } from '../../salesforce/index.ts';
import type { Tenant } from '../../store/index.ts';
import {
  type Enrolled,
  type Enrollment,
  isRunning,
  readTouchpoints,
  type Touchpoint,
} from '../enrollments/rows.ts';
import { removeTouchpoints, saveEnrollments, saveTouchpoints } from '../enrollments/save.ts';
import { repairs, taskWrites } from '../tasks/task-writes.ts';
import { type Day, planOn, readDay } from './day.ts';
import { nextDayIn, zoneOf } from './zone.ts';

/** An enrolment in hand, with what a person or Salesforce changed in its touchpoints. */
export interface InHand {
  enrollment: Enrollment;
  /** Instead of what is stored. */
  touchpoints?: readonly Touchpoint[] | undefined;
}

type Stored = ReadonlyMap<string, Touchpoint>;

/** Milliseconds after which a completion by the person themselves should have arrived in Salesforce. */
const repairMs = 60_000;

/** Soon again after something was done in the panel, to see that its Task was completed; else when the day changes. */
const lookAt = (
  { enrollment, touchpoints }: Enrolled,
  { environment, now }: Day,
  stored: Stored,
): Date | undefined => {
  const wasDone = touchpoints.some(({ id, state }) => state === 'done' && stored.get(id)?.state !== 'done');
  if (wasDone) return new Date(now.getTime() + repairMs);
  return isRunning(enrollment) ? nextDayIn(zoneOf(enrollment, environment), now) : undefined;
};

const save = async (
  tenant: Tenant,
  orgId: string,
  planned: readonly Enrolled[],
  { day, stored, isFresh }: { day: Day; stored: Stored; isFresh: boolean },
): Promise<void> => {
  const all = planned.flatMap(({ touchpoints }) => touchpoints);
  const changed = all.filter((row) => !isDeepStrictEqual(stored.get(row.id), row));
  const kept = new Set(all.map(({ id }) => id));
  const settled = all.filter(({ id, state }) => stored.get(id)?.state === state);
  const enrollments = planned.map((each) => ({ ...each.enrollment, lookAt: lookAt(each, day, stored) }));
  await saveEnrollments(tenant, orgId, enrollments, isFresh ? undefined : day.now);
  await removeTouchpoints(
    tenant,
    orgId,
    [...stored.keys()].filter((id) => !kept.has(id)),
  );
  await saveTouchpoints(tenant, orgId, changed);
  const { done } = day.environment.settings.taskStatus;
  await enqueueWrites(tenant, orgId, [...taskWrites(stored, changed), ...repairs(settled, done)]);
};

const withStored = async (
  tenant: Tenant,
  orgId: string,
  inHand: readonly InHand[],
): Promise<{ stored: Stored; enrolled: Enrolled[] }> => {
  const ids = inHand.map(({ enrollment }) => enrollment.id);
  const rows = await readTouchpoints(tenant, orgId, ids);
  const byEnrollment = Map.groupBy(rows, (row) => row.enrollment_id);
  const enrolled = inHand.map(({ enrollment, touchpoints }) => ({
    enrollment,
    touchpoints: touchpoints ?? byEnrollment.get(enrollment.id) ?? [],
  }));
  return { stored: new Map(rows.map((row) => [row.id, row])), enrolled };
};

/**
 * Plans enrolments anew, and writes what that changes: rows, and what is to be written to Salesforce, in one transaction. The
 * enrolments must be locked by it.
 */
export async function planEnrollments(
  tenant: Tenant,
  orgId: string,
  inHand: readonly InHand[],
  now: Date,
  /** Their records and Tasks were read anew in this transaction. */
  { isFresh = false } = {},
): Promise<Enrolled[]> {
  if (inHand.length === 0) return [];
  const { stored, enrolled } = await withStored(tenant, orgId, inHand);
  const day = await readDay(tenant, orgId, enrolled, now);
  const planned = enrolled.map((each) => planOn(day, each));
  await save(tenant, orgId, planned, { day, stored, isFresh });
  return planned;
}

/** What planning would make of enrolments, in their order; nothing is written. */
export async function foresee(
  tenant: Tenant,
  orgId: string,
  enrolled: readonly Enrolled[],
  now: Date,
): Promise<Enrolled[]> {
  const day = await readDay(tenant, orgId, enrolled, now);
  return enrolled.map((each) => planOn(day, each));
}
