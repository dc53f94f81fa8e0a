import BEGIN from '@salesforce/label/c.Inspire_Cadence_Begin';
import { type Want } from 'c/inspireGateway';
import MOVE from '@salesforce/label/c.Inspire_Touch_Move';
import MOVE_TO from '@salesforce/label/c.Inspire_Touch_Move_To';
import NOTE from '@salesforce/label/c.Inspire_Touch_Note';
import PAUSE from '@salesforce/label/c.Inspire_Touch_Pause';
import RESUME from '@salesforce/label/c.Inspire_Touch_Resume';
import SKIP from '@salesforce/label/c.Inspire_Touch_Skip';
import STOP from '@salesforce/label/c.Inspire_Touch_Stop';
import UNTIL from '@salesforce/label/c.Inspire_Touch_Until';
import UNTIL_HELP from '@salesforce/label/c.Inspire_Touch_Until_Help';
import NEW_DATES from '@salesforce/label/c.Inspire_Touch_New_Dates';
import WHY from '@salesforce/label/c.Inspire_Touch_Why';
import { civilDay } from 'c/inspireFormat';
import type { OfferedCadence, Touchpoint } from 'c/inspireTouchpointAnswer';
import { acts } from 'c/inspireTouchpointCalls';
import { reasonChoices } from 'c/inspireTouchpointClauses';
import { anchorName } from 'c/inspireTouchpointWords';

/** What was filled in, by field; blank where nothing was. */
export type Given = Record<string, string>;

interface Field {
  name: string;
  type: 'date' | 'text';
  label: string;
  help?: string;
  value?: string | undefined;
  min?: string;
  required?: boolean;
}

/** What a form asks and what becomes of it. */
export interface Form {
  /** Heading of the dates, or of the reasons. */
  title: string;
  act: string;
  reasons?: { value: string; label: string }[];
  fields: Field[];
  wantOf: (given: Given) => Want;
  /** What the preview is asked for; undefined as long as something is missing. */
  wishOf?: (given: Given) => object | undefined;
}

const note: Field = { name: 'note', type: 'text', label: NOTE };

/** Why a step is skipped. */
export const skipForm = (touchpointId: string): Form => ({
  title: WHY,
  act: SKIP,
  reasons: reasonChoices('skip'),
  fields: [note],
  wantOf: (given) => acts({ ...given, kind: 'skip', touchpointId }),
});

/** Why a cadence pauses, and until when. */
export const pauseForm = (enrollmentId: string): Form => ({
  title: WHY,
  act: PAUSE,
  reasons: reasonChoices('pause'),
  fields: [
    { name: 'until', type: 'date', label: UNTIL, help: UNTIL_HELP, min: civilDay(new Date(), 1) },
    note,
  ],
  wantOf: (given) => acts({ ...given, kind: 'pause', enrollmentId }),
});

/** Why a cadence stops. */
export const stopForm = (enrollmentId: string): Form => ({
  title: WHY,
  act: STOP,
  reasons: reasonChoices('stop'),
  fields: [note],
  wantOf: (given) => acts({ ...given, kind: 'stop', enrollmentId }),
});

/** Another day for a step, and what moves with it. */
export const moveForm = ({ touchpointId, dueOn }: Touchpoint, today: string): Form => ({
  title: NEW_DATES,
  act: MOVE,
  fields: [{ name: 'to', type: 'date', label: MOVE_TO, value: dueOn, min: today, required: true }],
  wantOf: ({ to }) => acts({ kind: 'move', touchpointId, to }),
  wishOf: ({ to = '' }) => (to >= today && to !== dueOn ? { kind: 'move', touchpointId, to } : undefined),
});

/** What the days will be if a cadence goes on. */
export const resumeForm = (enrollmentId: string): Form => ({
  title: NEW_DATES,
  act: RESUME,
  fields: [],
  wantOf: () => acts({ kind: 'resume', enrollmentId }),
  wishOf: () => ({ kind: 'resume', enrollmentId }),
});

/** The dates that a cadence counts from and the record does not have, and what would be planned. */
export const beginForm = ({ cadenceId, missingAnchors }: OfferedCadence): Form => {
  const datesIn = (given: Given) =>
    Object.fromEntries(missingAnchors.map((anchor) => [anchor, given[anchor] ?? '']));
  return {
    title: NEW_DATES,
    act: BEGIN,
    fields: missingAnchors.map((name) => ({ name, type: 'date', label: anchorName(name), required: true })),
    wantOf: (given) => ({ operation: 'enroll', input: { cadenceId, anchorDates: datesIn(given) } }),
    wishOf: (given) =>
      missingAnchors.every((anchor) => given[anchor])
        ? { kind: 'enroll', cadenceId, anchorDates: datesIn(given) }
        : undefined,
  };
};
