import { sql } from 'kysely';
import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { civilDate } from '../../http/calendar.ts';
import type { SignedCall } from '../../http/route.ts';
import { idempotencyKeySchema, writeAnswerSchema } from '../../http/write-back.ts';
import { keySchema } from '../../identifiers.ts';
import { atLength, writeOnce } from '../../http/write-once.ts';
import { audit, type Tenant } from '../../store/index.ts';
import { foresee, planEnrollments } from '../engine/plan-enrollments.ts';
import { stopped } from '../engine/stop.ts';
import {
  type Enrolled,
  isOpen,
  lockEnrollments,
  readTouchpoints,
  type Touchpoint,
} from '../enrollments/rows.ts';
import type { TouchpointParts } from '../parts.ts';
import { readRunning } from './running.ts';

const meant = {
  cadenceId: keySchema,
  version: z.int().min(1),
  /** To the version that is live, or to their end. To let them run needs no decision. */
  what: z.enum(['move', 'stop']),
};

export const foreseeInputSchema = z.strictObject(meant);
export const decideInputSchema = z.strictObject({ ...meant, idempotencyKey: idempotencyKeySchema });

const counts = {
  enrollments: z.int(),
  /** Open touchpoints that get another day, that are new, and that are called off. */
  moved: z.int(),
  added: z.int(),
  calledOff: z.int(),
};

export const foreseeAnswerSchema = z.strictObject({ ...counts, isSample: z.boolean() });
export const decideAnswerSchema = writeAnswerSchema(z.strictObject({ enrollments: z.int() }));

type Meant = z.infer<typeof foreseeInputSchema>;

/** Looked at for a preview; more take longer than anybody waits. */
const foreseenAtMost = 100;

/** Enrolments that are meant, in hand. */
const readSome = async (
  tenant: Tenant,
  orgId: string,
  { cadenceId, version }: Meant,
  limit: number,
): Promise<Enrolled[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from cadence_enrollment
    where org_id = ${orgId} and cadence_key = ${cadenceId} and cadence_version = ${version}
      and state in ('active', 'paused') order by id limit ${limit}
  `.execute(tenant);
  const ids = rows.map(({ id }) => id);
  const touchpoints = await readTouchpoints(tenant, orgId, ids);
  const byEnrollment = Map.groupBy(touchpoints, (row) => row.enrollment_id);
  const enrollments = await lockEnrollments(tenant, orgId, ids);
  return enrollments.map((enrollment) => ({
    enrollment,
    touchpoints: byEnrollment.get(enrollment.id) ?? [],
  }));
};

/** @throws AppError `cadenceUnknown` if nothing runs by that version, or there is none to move to */
const find = async (tenant: Tenant, orgId: string, { cadenceId, version, what }: Meant) => {
  const found = (await readRunning(tenant, orgId)).find(
    (each) => each.cadenceId === cadenceId && each.version === version,
  );
  if (!found)
    throw new AppError(
      'cadenceUnknown',
      `Nothing runs by version ${version} of "${cadenceId}", or it is live.`,
    );
  if (what === 'move' && found.liveVersion === undefined)
    throw new AppError('cadenceUnknown', `"${cadenceId}" was withdrawn: there is no version to move to.`);
  return found;
};

const changed = (
  { enrollment, touchpoints }: Enrolled,
  { what }: Meant,
  { liveVersion, today, by }: { liveVersion: number | undefined; today: string; by: string },
) =>
  what === 'move'
    ? {
        enrollment: { ...enrollment, cadence_version: liveVersion ?? enrollment.cadence_version },
        touchpoints,
      }
    : stopped(enrollment, touchpoints, { code: 'cadenceRetired', values: [] }, { today, by });

const differences = (before: readonly Touchpoint[], after: readonly Touchpoint[]) => {
  const known = new Map(before.map((row) => [row.id, row]));
  const next = new Map(after.map((row) => [row.id, row]));
  return {
    moved: after.filter((row) => isOpen(row) && known.has(row.id) && known.get(row.id)?.due_on !== row.due_on)
      .length,
    added: after.filter((row) => isOpen(row) && !known.has(row.id)).length,
    calledOff: before.filter(
      (row) => isOpen(row) && !isOpen(next.get(row.id) ?? { ...row, state: 'cancelled' }),
    ).length,
  };
};

/** What a decision would change, of at most a hundred enrolments; nothing is written. */
export const foreseeDecision = ({ caller, input }: SignedCall<Meant>, { store, now }: TouchpointParts) =>
  store.atLength(caller.orgId, async (tenant) => {
    const { orgId, userId } = caller;
    const { liveVersion, enrollments } = await find(tenant, orgId, input);
    const before = await readSome(tenant, orgId, input, foreseenAtMost);
    const today = civilDate(now(), 'UTC');
    const inHand = before.map((each) => changed(each, input, { liveVersion, today, by: userId }));
    const after = await foresee(tenant, orgId, inHand, now());
    const rowsOf = (enrolled: readonly Enrolled[]) => enrolled.flatMap(({ touchpoints }) => touchpoints);
    const sum = differences(rowsOf(before), rowsOf(after));
    return { enrollments, ...sum, isSample: enrollments > foreseenAtMost };
  });

/**
 * Moves running enrolments to the live version of their cadence, or ends them.
 * @throws AppError `cadenceUnknown`, `idempotencyKeyReused`, `storeUnavailable`
 */
export const decideRunning = (
  call: SignedCall<z.infer<typeof decideInputSchema>>,
  { store, now }: TouchpointParts,
) =>
  writeOnce(atLength(store), call, 'decideRunning', decideAnswerSchema, async (tenant) => {
    const { caller, input } = call;
    const { orgId, userId } = caller;
    const { liveVersion, enrollments: count } = await find(tenant, orgId, input);
    const running = await readSome(tenant, orgId, input, count);
    const today = civilDate(now(), 'UTC');
    const inHand = running.map((each) => changed(each, input, { liveVersion, today, by: userId }));
    await planEnrollments(tenant, orgId, inHand, now());
    const { cadenceId, version, what } = input;
    await audit(tenant, {
      orgId,
      userId,
      action: `cadence.${what}`,
      detail: { cadenceId, version, enrollments: count },
    });
    return { answer: { enrollments: running.length }, writes: [] };
  });
