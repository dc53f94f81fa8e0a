import { readCadenceLibrary } from '../../content/index.ts';
import { civilDate } from '../../http/calendar.ts';
import type { Caller } from '../../http/signature/claims.ts';
import type { SignedCall } from '../../http/route.ts';
import { atLength, writeOnce } from '../../http/write-once.ts';
import { enroll, type EnrollRequest } from '../engine/enroll.ts';
import { lookAgain } from '../enrollments/save.ts';
import type { TouchpointParts } from '../parts.ts';
import { type CurrentRecords, readCurrentRecords } from './current-records.ts';
import { judge, type Wanted } from './judge.ts';
import { isRefusal } from './records.ts';
import { resultsOf } from './results.ts';
import { type FlowEnrollAnswer, flowEnrollAnswerSchema, type FlowEnrollInput } from './schemas.ts';

/** Milliseconds in which a record that was just made should have come into the mirror. */
const arrivalMs = 60_000;

const requestOf = (
  { record, cadence: { cadence, version } }: Wanted,
  current: CurrentRecords,
  { userId, timeZone }: Caller,
  now: Date,
): EnrollRequest => {
  const { snapshot, at, accountId } = current.of(record);
  return {
    ...{ cadence, version, recordId: record.Id, accountId, record: snapshot, recordAt: at },
    ...{ startedBy: 'flow', userId, startedOn: civilDate(now, timeZone), anchorDates: {} },
  };
};

/**
 * Begins cadences on up to 200 records at once. What is wrong with one of them is said of that one, and the others begin.
 * @throws AppError `idempotencyKeyReused`, `storeUnavailable`
 */
export const flowEnroll = async (
  call: SignedCall<FlowEnrollInput>,
  { store, now: clock, factConfigurationOf }: TouchpointParts,
): Promise<FlowEnrollAnswer> => {
  const { caller, input, facts } = call;
  const { orgId } = caller;
  const configuration = await factConfigurationOf(orgId);
  const now = clock();
  return writeOnce(atLength(store), call, 'flowEnroll', flowEnrollAnswerSchema, async (tenant) => {
    const { cadences } = await readCadenceLibrary(tenant, orgId);
    const judged = input.requests.map(judge(facts, cadences));
    const wanted = judged.flatMap((each) => (isRefusal(each) ? [] : [each]));
    const records = wanted.map(({ record }) => record);
    const current = await readCurrentRecords(tenant, orgId, records, { configuration, now });
    const requests = wanted.map((each) => requestOf(each, current, caller, now));
    const made = await enroll(tenant, orgId, requests, now);
    const unseen = made.filter(({ enrollment }) => !current.isMirrored(enrollment.record_id));
    const ids = unseen.map(({ enrollment }) => enrollment.id);
    // A record may come while this is not committed, and then its arrival finds nothing to wake.
    await lookAgain(tenant, orgId, ids, new Date(now.getTime() + arrivalMs));
    return { answer: { results: resultsOf(judged, made) }, writes: [] };
  });
};
