import read from '@salesforce/apex/InspireGateway.read';
import write from '@salesforce/apex/InspireGateway.write';
import UNREADABLE from '@salesforce/label/c.Inspire_Unreadable';

/** What a person wants done: the operation and what it needs. */
export interface Want {
  operation:
    | 'react'
    | 'undoReaction'
    | 'fillFact'
    | 'recordChangeDecision'
    | 'retryWrites'
    | 'actOnTouchpoint'
    | 'enroll'
    | 'setAbsence';
  input: Record<string, string | string[] | Record<string, string> | undefined>;
}

/** One want of one person. Sent again after a failure it carries the same key, so that it happens once. */
export interface Intention extends Want {
  /** Null for what is about no record. */
  recordId: string | null;
  idempotencyKey: string;
}

/** Tells the panel around a component what the person wants. */
export const wanted = (operation: Want['operation'], input: Want['input']): CustomEvent<Want> =>
  new CustomEvent('want', { detail: { operation, input }, bubbles: true, composed: true });

/** Makes an intention, with a key of its own. */
export const intend = (want: Want, recordId: string | null): Intention => ({
  ...want,
  recordId,
  idempotencyKey: crypto.randomUUID(),
});

/** What is thrown for an answer that is not what was asked for; `cause` is for whoever looks into it. */
export const unreadable = (cause: unknown): Error => new Error(UNREADABLE, { cause });

/** Reads the JSON object that the gateway hands on. Throws if it is something else. */
export function objectIn(text: string): object {
  const value: unknown = text.startsWith('{') && JSON.parse(text);
  if (typeof value !== 'object' || value === null) throw unreadable(text);
  return value;
}

/** Asks a read operation. Throws what Apex throws. */
export const ask = async (operation: string, recordId: string, input: object): Promise<object> =>
  objectIn(await read({ operation, recordId, input: JSON.stringify(input) }));

/** Sends it, without what was left blank; answers with what the service says. Throws what Apex throws. */
export async function send(intention: Intention): Promise<object> {
  const { operation, recordId, idempotencyKey } = intention;
  const given = Object.entries(intention.input).filter(([, value]) => value);
  const input = JSON.stringify({ idempotencyKey, ...Object.fromEntries(given) });
  return objectIn(await write({ operation, recordId, input }));
}
