import EVENT from '@salesforce/label/c.Inspire_Parked_Event';
import RETRY_NAMED from '@salesforce/label/c.Inspire_Parked_Retry_Named';
import TASK from '@salesforce/label/c.Inspire_Parked_Task';
import UNKNOWN from '@salesforce/label/c.Inspire_Parked_Unknown';
import { fill, instantText } from 'c/inspireFormat';
import { objectIn, unreadable } from 'c/inspireGateway';
import type { ParkedWrite, ParkedWrites, RecordLink } from './answer';

const isParkedWrites = (value: object): value is ParkedWrites =>
  'writes' in value && Array.isArray(value.writes);

/** Reads the JSON text that the gateway hands on. Throws if it is not the answer. */
export function readParkedWrites(text: string): ParkedWrites {
  const parked = objectIn(text);
  if (!isParkedWrites(parked)) throw unreadable(text);
  return parked;
}

/** One write as the table shows it. */
export interface Row {
  id: string;
  what: string;
  /** The row in Salesforce, where it was made. */
  own: RecordLink | undefined;
  about: RecordLink | null;
  unknown: string;
  owner: string;
  code: string;
  message: string;
  since: string;
  retryName: string;
}

export function rowOf(write: ParkedWrite, now: Date): Row {
  const { id, sobject, recordId, about, owner, code, message, parkedAt } = write;
  const what = sobject === 'Task' ? TASK : EVENT;
  return {
    ...{ id, what, about, code, message },
    own: recordId === null ? undefined : { recordId, sobject, name: what },
    unknown: UNKNOWN,
    owner: owner ?? UNKNOWN,
    since: instantText(new Date(parkedAt), now),
    retryName: fill(RETRY_NAMED, what, about?.name ?? message),
  };
}
