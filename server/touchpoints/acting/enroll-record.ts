import type { Cadence } from '../../cadences/index.ts';
import { AppError } from '../../errors.ts';
import { type CadenceVersion, readCadenceLibrary } from '../../content/index.ts';
import { civilDate } from '../../http/calendar.ts';
import type { SignedCall } from '../../http/route.ts';
import { writeOnce } from '../../http/write-once.ts';
import type { Tenant } from '../../store/index.ts';
import { enroll, type EnrollRequest } from '../engine/enroll.ts';
import type { EnrollInput } from '../inputs.ts';
import type { TouchpointParts } from '../parts.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import { type CurrentRecord, readCurrentRecord } from '../showing/current-record.ts';
import { compose, prepareShowing, type Showing } from '../showing/show.ts';
import { actAnswerSchema, requireActing } from './act-on-touchpoint.ts';

/** @throws AppError `cadenceUnknown` for one that is not live, or made for another object */
const findCadence = async (
  tenant: Tenant,
  { call, called }: Showing,
  cadenceId: string,
): Promise<CadenceVersion> => {
  const { cadences } = await readCadenceLibrary(tenant, call.caller.orgId);
  const found = cadences.find(({ cadence, retired }) => cadence.id === cadenceId && !retired);
  if (!found) throw new AppError('cadenceUnknown', `There is no live cadence "${cadenceId}".`);
  if (found.cadence.sobject === called.sobject) return found;
  throw new AppError('cadenceUnknown', `The cadence "${cadenceId}" is for ${found.cadence.sobject} records.`);
};

/** Whom a cadence for newcomers is about: who has one of its roles, else who joined last. */
const newcomerOf = ({ start }: Cadence, { contacts }: RecordSnapshot): string | undefined => {
  if (start.on !== 'newStakeholder') return undefined;
  const meant = contacts.find(({ roles }) => roles.some((role) => start.roles.includes(role)));
  return (meant ?? contacts.find(({ isPrimary }) => !isPrimary) ?? contacts[0])?.contactId;
};

/** What a viewer asks for who begins a cadence on the record of the page. */
export const requestOf = async (
  tenant: Tenant,
  showing: Showing,
  current: CurrentRecord,
  { cadenceId, anchorDates }: Pick<EnrollInput, 'cadenceId' | 'anchorDates'>,
): Promise<EnrollRequest> => {
  const { cadence, version } = await findCadence(tenant, showing, cadenceId);
  const { call, called, now } = showing;
  const contactId = newcomerOf(cadence, current.snapshot);
  return {
    ...(contactId !== undefined && { contactId }),
    ...{ cadence, version, anchorDates, recordId: called.recordId, accountId: current.accountId },
    ...{ record: current.snapshot, recordAt: current.at, startedBy: 'rep', userId: call.caller.userId },
    startedOn: civilDate(now, call.caller.timeZone),
  };
};

/**
 * Begins a cadence on the record of the page.
 * @throws AppError `cadenceUnknown`, `cadenceRunning`, `recordLocked`, `idempotencyKeyReused`, `storeUnavailable`
 */
export const enrollRecord = async (call: SignedCall<EnrollInput>, parts: TouchpointParts) => {
  const { orgId } = call.caller;
  const showing = await prepareShowing(call, parts);
  const { called, configuration, now } = showing;
  return writeOnce(parts.store, call, 'enroll', actAnswerSchema, async (tenant) => {
    requireActing(call, called.recordId);
    const current = await readCurrentRecord(tenant, call, called, { configuration, now });
    const request = await requestOf(tenant, showing, current, call.input);
    const made = await enroll(tenant, orgId, [request], now);
    if (made.length === 0)
      throw new AppError('cadenceRunning', `"${request.cadence.title}" runs on this record already.`);
    return { answer: await compose(tenant, showing, current.snapshot), writes: [] };
  });
};
