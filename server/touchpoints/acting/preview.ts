import { AppError } from '../../errors.ts';
import { type Cadence, cadenceIn } from '../../cadences/index.ts';
import { readCadenceVersions } from '../../content/index.ts';
import { civilDate } from '../../http/calendar.ts';
import type { SignedCall } from '../../http/route.ts';
import type { Tenant } from '../../store/index.ts';
import type { PreviewAnswer } from '../answer.ts';
import { enrollmentOf } from '../engine/enroll.ts';
import { foresee } from '../engine/plan-enrollments.ts';
import {
  type Enrolled,
  isOver,
  readEnrollments,
  readTouchpoints,
  type Touchpoint,
} from '../enrollments/rows.ts';
import type { PreviewInput } from '../inputs.ts';
import type { TouchpointParts } from '../parts.ts';
import { readCurrentRecord } from '../showing/current-record.ts';
import { peopleOf, withNames } from '../showing/people.ts';
import { prepareShowing, type Showing } from '../showing/show.ts';
import { act } from './act.ts';
import { requestOf } from './enroll-record.ts';
import { findMeant } from './meant.ts';

type Change = Exclude<PreviewInput, { kind: 'enroll' }>;

const compared = (
  { called, call }: Showing,
  written: Cadence,
  before: readonly Touchpoint[],
  after: readonly Enrolled[],
): PreviewAnswer => {
  const cadence = cadenceIn(written, call.caller.locale);
  const people = peopleOf(called.fields);
  const known = new Map(before.map((row) => [row.id, row]));
  const steps = after
    .flatMap(({ touchpoints }) => touchpoints)
    .filter((row) => !isOver(row) && row.state !== 'notTaken')
    .flatMap((row) => {
      const step = cadence.steps.find(({ id }) => id === row.step_id);
      if (!step) return [];
      const { name, channel } = step;
      const { conflicts, reason } = row;
      const days = { before: known.get(row.id)?.due_on ?? undefined, after: row.due_on ?? undefined };
      return [{ name, channel, conflicts, reason: withNames(reason, people), ...days }];
    });
  return { title: cadence.title, steps };
};

/** The enrolment of the record that a change is about. */
const find = async (
  tenant: Tenant,
  { call, called }: Showing,
  input: Change,
): Promise<Enrolled & { cadence: Cadence }> => {
  const { orgId } = call.caller;
  const enrollmentId = await findMeant(tenant, orgId, called.recordId, input);
  const enrollments = await readEnrollments(tenant, orgId, called.recordId);
  const enrollment = enrollments.find(({ id }) => id === enrollmentId);
  const cadence = enrollment && (await readCadenceVersions(tenant, orgId, [enrollment]))(enrollment);
  if (!enrollment || !cadence)
    throw new AppError('touchpointUnknown', `There is no such touchpoint on ${called.recordId}.`);
  return { cadence, enrollment, touchpoints: await readTouchpoints(tenant, orgId, [enrollmentId]) };
};

const previewEnroll = async (
  tenant: Tenant,
  showing: Showing,
  input: Extract<PreviewInput, { kind: 'enroll' }>,
) => {
  const { call, called, configuration, now } = showing;
  const current = await readCurrentRecord(tenant, call, called, { configuration, now });
  const request = await requestOf(tenant, showing, current, input);
  const enrollment = enrollmentOf(request);
  const planned = await foresee(tenant, call.caller.orgId, [{ enrollment, touchpoints: [] }], now);
  return compared(showing, request.cadence, [], planned);
};

const previewChange = async (tenant: Tenant, showing: Showing, input: Change) => {
  const { call, now } = showing;
  const { orgId, userId, timeZone } = call.caller;
  const found = await find(tenant, showing, input);
  const key = { idempotencyKey: '' };
  const changed = act(found, { ...key, ...input }, { today: civilDate(now, timeZone), userId });
  return compared(showing, found.cadence, found.touchpoints, await foresee(tenant, orgId, [changed], now));
};

/**
 * Dates before and after something that the viewer thinks of doing; nothing is changed.
 * @throws AppError as the act itself would
 */
export const preview = async (
  call: SignedCall<PreviewInput>,
  parts: TouchpointParts,
): Promise<PreviewAnswer> => {
  const showing = await prepareShowing(call, parts);
  const { input } = call;
  return parts.store.inTenant(call.caller.orgId, (tenant) =>
    input.kind === 'enroll' ? previewEnroll(tenant, showing, input) : previewChange(tenant, showing, input),
  );
};
