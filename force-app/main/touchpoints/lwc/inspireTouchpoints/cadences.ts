import LANG from '@salesforce/i18n/lang';
import AIM from '@salesforce/label/c.Inspire_Aim';
import ACTIVE from '@salesforce/label/c.Inspire_Cadence_Active';
import BEGAN from '@salesforce/label/c.Inspire_Cadence_Began';
import CHOOSE from '@salesforce/label/c.Inspire_Cadence_Choose';
import COMPLETED from '@salesforce/label/c.Inspire_Cadence_Completed';
import FITS from '@salesforce/label/c.Inspire_Cadence_Fits';
import NTH_FEW from '@salesforce/label/c.Inspire_Cadence_Nth_Few';
import NTH_ONE from '@salesforce/label/c.Inspire_Cadence_Nth_One';
import NTH_OTHER from '@salesforce/label/c.Inspire_Cadence_Nth_Other';
import NTH_TWO from '@salesforce/label/c.Inspire_Cadence_Nth_Two';
import PAUSED from '@salesforce/label/c.Inspire_Cadence_Paused';
import STEPS from '@salesforce/label/c.Inspire_Cadence_Steps';
import STOPPED from '@salesforce/label/c.Inspire_Cadence_Stopped';
import EXIT_OUTCOME from '@salesforce/label/c.Inspire_Exit_Outcome';
import NAMED from '@salesforce/label/c.Inspire_Named';
import { beginForm, pauseForm, resumeForm, stopForm, type Form } from 'c/inspireActForm';
import type { Action, Entry } from 'c/inspireEntries';
import { countText, fill } from 'c/inspireFormat';
import type { Enrollment, TouchpointsAnswer } from 'c/inspireTouchpointAnswer';
import { reasonText } from 'c/inspireTouchpointClauses';
import { dateText } from 'c/inspireTouchpointWords';

const states: Record<Enrollment['state'], string> = {
  active: ACTIVE,
  paused: PAUSED,
  stopped: STOPPED,
  completed: COMPLETED,
};

const ordinals: Partial<Record<Intl.LDMLPluralRule, string>> = { one: NTH_ONE, two: NTH_TWO, few: NTH_FEW };

/** "2nd time at this stage", by the rules of the viewer's language; nothing the first time. */
function nthText(iteration: number): string | undefined {
  if (iteration < 2) return undefined;
  const rule = new Intl.PluralRules(LANG, { type: 'ordinal' }).select(iteration);
  return fill(ordinals[rule] ?? NTH_OTHER, countText(iteration));
}

const asks = (key: string, form: Form): Action => ({ key, label: form.act, form: () => form });

function actionsOf({ state, enrollmentId }: Enrollment): Action[] {
  const stop = asks('stop', stopForm(enrollmentId));
  if (state === 'active') return [asks('pause', pauseForm(enrollmentId)), stop];
  return state === 'paused' ? [asks('resume', resumeForm(enrollmentId)), stop] : [];
}

function entryOf(enrollment: Enrollment, today: string, mayAct: boolean): Entry {
  const { enrollmentId, title, aim, outcome, state, reason, startedOn, iteration } = enrollment;
  const began = fill(BEGAN, dateText(startedOn, today));
  return {
    key: enrollmentId,
    title,
    lines: [
      [states[state], began, nthText(iteration)].filter(Boolean).join(' · '),
      ...(reason ? [reasonText(reason, today)] : []),
      fill(NAMED, AIM, aim),
      fill(NAMED, EXIT_OUTCOME, outcome),
    ],
    actions: mayAct ? actionsOf(enrollment) : [],
  };
}

/** Cadences that run or ran on the record. */
export const cadencesOf = ({ enrollments, today, mayAct }: TouchpointsAnswer): Entry[] =>
  enrollments.map((enrollment) => entryOf(enrollment, today, mayAct));

/** Cadences that can be begun, what fits first. */
export const offersOf = ({ offered }: TouchpointsAnswer): Entry[] =>
  offered
    .toSorted((one, other) => Number(other.fits) - Number(one.fits))
    .map((cadence) => ({
      key: cadence.cadenceId,
      title: cadence.title,
      badge: cadence.fits ? FITS : undefined,
      lines: [cadence.aim, fill(NAMED, STEPS, countText(cadence.steps))],
      actions: [{ key: 'begin', label: CHOOSE, form: () => beginForm(cadence) }],
    }));
