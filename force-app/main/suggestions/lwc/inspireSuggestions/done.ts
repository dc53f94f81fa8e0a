import BACK from '@salesforce/label/c.Inspire_Back_On_List';
import GONE from '@salesforce/label/c.Inspire_Gone';
import GONE_UNTIL from '@salesforce/label/c.Inspire_Gone_Until';
import NOTED from '@salesforce/label/c.Inspire_Noted';
import NOTED_WITHOUT_TASK from '@salesforce/label/c.Inspire_Noted_Without_Task';
import { dayText, fill } from 'c/inspireFormat';
import type { Want } from 'c/inspireGateway';

/** What the rep reads after something was recorded; with a reaction it can be undone. */
export interface Done {
  text: string;
  reactionId?: string;
}

interface Recorded {
  reactionId?: unknown;
  until?: unknown;
  /** For shares: false if the rep may not create tasks. */
  task?: unknown;
}

const textOf = ({ operation, input }: Want, { until, task }: Recorded): string => {
  if (operation === 'undoReaction') return BACK;
  if (task === false) return NOTED_WITHOUT_TASK;
  if (input.kind !== 'dismissed') return NOTED;
  return typeof until === 'string' ? fill(GONE_UNTIL, dayText(until, new Date())) : GONE;
};

/** "Gone until 12 Dec." for what was wanted and what the service answered. A share has left the house: no undo. */
export function doneOf(want: Want, answer: Recorded): Done {
  const text = textOf(want, answer);
  const { reactionId } = answer;
  const canUndo = want.operation === 'react' && want.input.kind !== 'shared';
  return canUndo && typeof reactionId === 'string' ? { text, reactionId } : { text };
}

/** Only these write to the org; the other parts of the page need not hear of the rest. */
export const changesRecords = ({ operation, input }: Want): boolean =>
  operation === 'fillFact' || operation === 'recordChangeDecision' || input.kind === 'shared';
