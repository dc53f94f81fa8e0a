import { AppError } from '../../errors.ts';
import { civilDate } from '../../http/calendar.ts';
import type { SignedCall } from '../../http/route.ts';
import { type WriteBack, writeAnswerSchema } from '../../http/write-back.ts';
import { writeOnce } from '../../http/write-once.ts';
import { writtenIds } from '../../salesforce/index.ts';
import type { Tenant } from '../../store/index.ts';
import { touchpointsAnswerSchema } from '../answer.ts';
import { settingsIn, stepIn } from '../../cadences/index.ts';
import { readCadenceLibrary, readCadenceVersions } from '../../content/index.ts';
import { planEnrollments } from '../engine/plan-enrollments.ts';
import {
  type Enrolled,
  type Enrollment,
  isRunning,
  lockEnrollments,
  readEnrollments,
  readTouchpoints,
  type Touchpoint,
} from '../enrollments/rows.ts';
import type { ActInput } from '../inputs.ts';
import type { TouchpointParts } from '../parts.ts';
import { compose, prepareShowing } from '../showing/show.ts';
import { taskOf } from '../tasks/task-of.ts';
import { taskKeyOf } from '../tasks/task-writes.ts';
import { act } from './act.ts';
import { findMeant } from './meant.ts';
import { ownWrites } from './own-writes.ts';

export const actAnswerSchema = writeAnswerSchema(touchpointsAnswerSchema);

/** @throws AppError `recordLocked` unless the viewer may edit the record */
export const requireActing = ({ facts }: SignedCall<unknown>, recordId: string): void => {
  if (!facts.access.edit)
    throw new AppError('recordLocked', `You may read the record ${recordId}, not change it.`);
};

/** What is completed can not go on beside a run of the same cadence that was begun since. */
const requireAlone = async (tenant: Tenant, orgId: string, { record_id, cadence_key }: Enrollment) => {
  const others = await readEnrollments(tenant, orgId, record_id);
  if (others.some((other) => other.cadence_key === cadence_key && isRunning(other)))
    throw new AppError('cadenceRunning', 'The cadence was begun anew on this record since.');
};

/** The enrolment that an act is about, in hand. */
const take = async (tenant: Tenant, orgId: string, recordId: string, input: ActInput): Promise<Enrolled> => {
  const enrollmentId = await findMeant(tenant, orgId, recordId, input);
  const [enrollment] = await lockEnrollments(tenant, orgId, [enrollmentId]);
  if (!enrollment) throw new AppError('touchpointUnknown', `The cadence on ${recordId} is gone.`);
  if (input.kind === 'reopen' && enrollment.state === 'completed')
    await requireAlone(tenant, orgId, enrollment);
  return { enrollment, touchpoints: await readTouchpoints(tenant, orgId, [enrollmentId]) };
};

/** Apex writes the Task of the touchpoint that the viewer acted on, as the viewer. */
const writesOf = async (
  tenant: Tenant,
  { orgId, locale }: SignedCall<unknown>['caller'],
  before: Touchpoint,
  { enrollment, touchpoints }: Enrolled,
): Promise<WriteBack[]> => {
  const after = touchpoints.find(({ id }) => id === before.id);
  const cadence = (await readCadenceVersions(tenant, orgId, [enrollment]))(enrollment);
  const step = cadence?.steps.find(({ id }) => id === before.step_id);
  if (!after || !cadence || !step) return [];
  const settings = settingsIn((await readCadenceLibrary(tenant, orgId)).settings, locale);
  const shape =
    after.task ??
    taskOf({ ...before, state: 'current' }, stepIn(cadence, step, locale), enrollment.record_id, settings);
  const key = taskKeyOf(before);
  const taskId = before.task_id ?? (await writtenIds(tenant, orgId, 'Task', [key])).get(key);
  return shape ? ownWrites(after, shape, { taskId, task: before.task }, settings) : [];
};

/**
 * Done, skip, move, pause and the like: the next step is in the answer. Done by a person is written as that person.
 * @throws AppError `touchpointUnknown`, `touchpointOver`, `enrollmentOver`, `recordLocked`, `bodyInvalid`,
 *   `idempotencyKeyReused`, `storeUnavailable`
 */
export const actOnTouchpoint = async (call: SignedCall<ActInput>, parts: TouchpointParts) => {
  const { caller, input, facts } = call;
  const { orgId, userId, timeZone } = caller;
  const showing = await prepareShowing(call, parts);
  const { called, now } = showing;
  return writeOnce(parts.store, call, 'actOnTouchpoint', actAnswerSchema, async (tenant) => {
    requireActing(call, called.recordId);
    const before = await take(tenant, orgId, called.recordId, input);
    const acted = act(before, input, { today: civilDate(now, timeZone), userId });
    const [planned = acted] = await planEnrollments(tenant, orgId, [acted], now);
    const touchpoint =
      'touchpointId' in input ? before.touchpoints.find(({ id }) => id === input.touchpointId) : undefined;
    const writes =
      touchpoint && facts.access.createTask ? await writesOf(tenant, call.caller, touchpoint, planned) : [];
    return { answer: await compose(tenant, showing, planned.enrollment.record), writes };
  });
};
