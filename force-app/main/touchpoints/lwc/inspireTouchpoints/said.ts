import KEPT from '@salesforce/label/c.Inspire_Cadence_Active';
import PAUSED from '@salesforce/label/c.Inspire_Cadence_Paused';
import STOPPED from '@salesforce/label/c.Inspire_Cadence_Stopped';
import NAMED from '@salesforce/label/c.Inspire_Named';
import OPEN from '@salesforce/label/c.Inspire_Touch_Current';
import DONE from '@salesforce/label/c.Inspire_Touch_Done';
import MOVED from '@salesforce/label/c.Inspire_Said_Moved';
import PLANNED from '@salesforce/label/c.Inspire_Touch_Planned';
import SKIPPED from '@salesforce/label/c.Inspire_Touch_Skipped';
import NOTED from '@salesforce/label/c.Inspire_Noted';
import { fill } from 'c/inspireFormat';
import type { Want } from 'c/inspireGateway';
import type { TouchpointsAnswer } from 'c/inspireTouchpointAnswer';
import { acts } from 'c/inspireTouchpointCalls';
import { dayWords } from 'c/inspireTouchpointWords';

/** What the rep reads after something was done, and how it is taken back. */
export interface Said {
  text: string;
  undo: Want | undefined;
}

/** What has become of the step or cadence. */
const words: Record<string, string> = {
  done: DONE,
  skip: SKIPPED,
  reopen: OPEN,
  unpin: PLANNED,
  pause: PAUSED,
  resume: KEPT,
  stop: STOPPED,
  keep: KEPT,
};

const nameOf = (answer: TouchpointsAnswer, { input }: Want): string => {
  const { touchpointId, enrollmentId, cadenceId } = input;
  const touchpoint = answer.touchpoints.find((each) => each.touchpointId === touchpointId);
  const enrollment = answer.enrollments.find(
    (each) => each.enrollmentId === enrollmentId || each.cadenceId === cadenceId,
  );
  return touchpoint?.name ?? enrollment?.title ?? '';
};

function textOf({ operation, input }: Want, name: string, today: string): string {
  const { kind, to } = input;
  if (typeof to === 'string') return fill(MOVED, name, dayWords(to, today));
  const word = operation === 'enroll' ? KEPT : words[typeof kind === 'string' ? kind : ''];
  return word === undefined ? NOTED : fill(NAMED, word, name);
}

function undoOf({ input }: Want): Want | undefined {
  const { kind, touchpointId } = input;
  if (kind !== 'done' && kind !== 'skip') return undefined;
  return acts({ kind: 'reopen', touchpointId });
}

/** "Done: Call Helena" for what was wanted and the answer that came of it. */
export const saidOf = (want: Want, answer: TouchpointsAnswer): Said => ({
  text: textOf(want, nameOf(answer, want), answer.today),
  undo: undoOf(want),
});
