import { setTimeout as delay } from 'node:timers/promises';
import type { Call, Reply } from '../rest/call.ts';
import type { Dispatch } from '../rest/dispatch.ts';
import { lockingRecords } from './locked-rows.ts';
import { replyInstead } from './replies.ts';
import { withInvalidJson, withoutPart, withWrongType } from './spoiled.ts';
import type { Fault } from './switch.ts';

/** What a call is answered when the fault befalls it. */
export async function faultyReply(fault: Fault, call: Call, dispatch: Dispatch): Promise<Reply> {
  const { random } = fault;
  switch (fault.name) {
    case 'rowLock':
      return dispatch({ ...call, records: lockingRecords(call.records, random) });
    case 'slow': {
      const reply = await dispatch(call);
      // A caller who has given up keeps no process alive.
      await delay(fault.slowMs, undefined, { ref: false });
      return reply;
    }
    case 'cutAnswer':
      return { ...(await dispatch(call)), brokenAt: random.float(0.05, 0.95) };
    case 'lostAnswer':
      return { ...(await dispatch(call)), brokenAt: 0 };
    case 'duplicateDelivery':
      if (!call.upload) await dispatch(call);
      return dispatch(call);
    case 'invalidJson':
      return withInvalidJson(await dispatch(call));
    case 'pageMissing':
      return withoutPart(await dispatch(call), random);
    case 'wrongType':
      return withWrongType(await dispatch(call), random);
    default:
      return replyInstead(fault) ?? dispatch(call);
  }
}
