import { cadenceIn } from '../../cadences/index.ts';
import { readCadenceLibrary, readCadenceVersions } from '../../content/index.ts';
import { civilDate } from '../../http/calendar.ts';
import { type CalledRecord, recordOf } from '../../http/record.ts';
import type { SignedCall } from '../../http/route.ts';
import type { FactConfiguration } from '../../journey/index.ts';
import type { Tenant } from '../../store/index.ts';
import type { TouchpointsAnswer } from '../answer.ts';
import { readUsers } from '../engine/people.ts';
import { readEnrollments, readTouchpoints } from '../enrollments/rows.ts';
import type { TouchpointParts } from '../parts.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import { readCurrentRecord } from './current-record.ts';
import { mailsFound } from './mails.ts';
import { peopleOf } from './people.ts';
import { inTurn, nextOf, shapeEnrollment, shapeOffered, shapeTouchpoint, type Viewing } from './shape.ts';
import { bringUpToDate } from './up-to-date.ts';

/** A call with what was read for it, the same for reading and for acting. */
export interface Showing {
  call: SignedCall<unknown>;
  called: CalledRecord;
  configuration: FactConfiguration;
  content: Viewing['content'];
  now: Date;
}

/** Reads what an answer needs that does not lie in the tenant's tables. */
export const prepareShowing = async (call: SignedCall<unknown>, parts: TouchpointParts): Promise<Showing> => {
  const called = recordOf(call.facts);
  const [configuration, content] = await Promise.all([
    parts.factConfigurationOf(call.caller.orgId),
    parts.contentFor(call),
  ]);
  return { call, called, configuration, content, now: parts.now() };
};

const noticesOf = (isWritten: boolean): TouchpointsAnswer['notices'] =>
  isWritten ? [] : [{ code: 'tasksNotWritten', values: [] }];

const isConnected = async (tenant: Tenant, orgId: string): Promise<boolean> =>
  (await tenant
    .selectFrom('salesforce_connection')
    .select('org_id')
    .where('org_id', '=', orgId)
    .executeTakeFirst()) !== undefined;

/** The answer for the record as it is stored now. */
export async function compose(
  tenant: Tenant,
  showing: Showing,
  record: RecordSnapshot,
): Promise<TouchpointsAnswer> {
  const { call, called, content, now } = showing;
  const { caller, facts } = call;
  const { orgId, userId, locale, timeZone } = caller;
  const enrollments = await readEnrollments(tenant, orgId, called.recordId);
  const rows = await readTouchpoints(
    tenant,
    orgId,
    enrollments.map(({ id }) => id),
  );
  const cadenceOf = await readCadenceVersions(tenant, orgId, enrollments);
  const library = await readCadenceLibrary(tenant, orgId);
  const today = civilDate(now, timeZone);
  const owners = rows.flatMap(({ owner_id: id }) => (id === null ? [] : [id]));
  const viewing: Viewing = {
    ...{ content, userId, today },
    users: await readUsers(tenant, orgId, [...new Set(owners)]),
    people: peopleOf(called.fields),
    mailsFound: await mailsFound(tenant, orgId, called.recordId, rows, today),
  };
  const runs = enrollments.flatMap((enrollment) => {
    const cadence = cadenceOf(enrollment);
    return cadence ? [{ enrollment, cadence: cadenceIn(cadence, locale) }] : [];
  });
  const touchpoints = runs.flatMap(({ enrollment, cadence }) =>
    rows.flatMap((row) => {
      const step = cadence.steps.find(({ id }) => id === row.step_id);
      return row.enrollment_id === enrollment.id && step
        ? [shapeTouchpoint(row, cadence, step, viewing)]
        : [];
    }),
  );
  touchpoints.sort(inTurn);
  const offers = library.cadences.map((one) => ({ ...one, cadence: cadenceIn(one.cadence, locale) }));
  return {
    ...{ recordId: called.recordId, today, nextId: nextOf(touchpoints), touchpoints },
    enrollments: runs.map(({ enrollment, cadence }) => shapeEnrollment(enrollment, cadence)),
    offered: shapeOffered(offers, enrollments, called.sobject, record),
    mayAct: facts.access.edit,
    notices: noticesOf(await isConnected(tenant, orgId)),
  };
}

/**
 * What to do next on a record: what is due, what was, what comes and what waits, and why.
 * @throws AppError `recordMissing`, `recordUnsupported`, `storeUnavailable`
 */
export const showTouchpoints = async (
  call: SignedCall<unknown>,
  parts: TouchpointParts,
): Promise<TouchpointsAnswer> => {
  const showing = await prepareShowing(call, parts);
  const { called, configuration, now } = showing;
  const { orgId } = call.caller;
  return parts.store.inTenant(orgId, async (tenant) => {
    const current = await readCurrentRecord(tenant, call, called, { configuration, now });
    const enrollments = await readEnrollments(tenant, orgId, called.recordId);
    await bringUpToDate(tenant, orgId, enrollments, current, { configuration, now });
    return compose(tenant, showing, current.snapshot);
  });
};
