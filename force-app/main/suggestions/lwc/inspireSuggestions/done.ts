import BACK from '@salesforce/label/c.Inspire_Done_Back';
import DECIDED from '@salesforce/label/c.Inspire_Done_Decided';
import FILLED from '@salesforce/label/c.Inspire_Done_Filled';
import GONE from '@salesforce/label/c.Inspire_Done_Gone';
import GONE_UNTIL from '@salesforce/label/c.Inspire_Done_Gone_Until';
import SHARED from '@salesforce/label/c.Inspire_Done_Shared';
import USED from '@salesforce/label/c.Inspire_Done_Used';
import { dayText, fill } from 'c/inspireFormat';
import type { Intention } from 'c/inspireGateway';

/** What the rep reads after something was recorded; with a reaction it can be undone. */
export interface Done {
  text: string;
  reactionId?: string;
}

const texts: Record<string, string> = {
  undoReaction: BACK,
  recordChangeDecision: DECIDED,
  fillFact: FILLED,
  shared: SHARED,
  used: USED,
};

const goneText = (until: string | undefined) =>
  until === undefined ? GONE : fill(GONE_UNTIL, dayText(until, new Date()));

/** "Gone until 12 Dec." for what was sent and what the service answered. A share has left the house: no undo. */
export function doneOf({ operation, input }: Intention, answer: Record<string, unknown>): Done {
  const { reactionId } = answer;
  const kind = input['kind'];
  const undo = typeof reactionId === 'string' && kind !== 'shared' ? { reactionId } : {};
  if (kind === 'dismissed') return { text: goneText(input['showAgainOn']), ...undo };
  return { text: texts[kind ?? operation] ?? '', ...undo };
}

/** Only these write to the org; the other parts of the page need not hear of the rest. */
export const changesRecords = ({ operation, input }: Intention): boolean =>
  operation === 'fillFact' || operation === 'recordChangeDecision' || input['kind'] === 'shared';
