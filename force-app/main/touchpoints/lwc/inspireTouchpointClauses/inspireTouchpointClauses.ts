import CONTACT_BUDGET_SOON from '@salesforce/label/c.Inspire_Held_Contact_Budget_Soon';
import CONTACT from '@salesforce/label/c.Inspire_Touch_The_Contact';
import UNKNOWN from '@salesforce/label/c.Inspire_Touch_Unknown_Code';
import type { Clause } from 'c/inspireTouchpointAnswer';
import { anchorName, dateText, dayWords } from 'c/inspireTouchpointWords';
import { fill } from 'c/inspireFormat';
import { conflicts, notices, reasons, variants } from './codes';
import { pauses, skips, stops } from './why';

type Read = (value: string, today: string) => string;

const plain = (value: string): string => value.replaceAll('-', ' ');
const pauseText = (code: string): string => pauses[code] ?? spoken(code);
/** An id instead of a name says nothing to a person. */
const contactText = (value: string): string => (/^003\w{12,15}$/.test(value) ? CONTACT : value);

/** How the values of a sentence are put into words; without an entry they stay as they are. */
const reads: Record<string, Read[]> = {
  contactBudget: [dayWords, contactText, dateText],
  anchorUnknown: [anchorName],
  outcomeUnknown: [plain],
  optedOut: [contactText],
  addressBounced: [contactText],
  paused: [pauseText, dayWords],
  away: [dayWords],
  contentGone: [plain],
  beforeDependency: [dateText],
  closedDay: [dateText],
  outsideHours: [dateText],
  overBudget: [dateText],
};

/** `somethingNew` → `something new`. */
function spoken(code: string): string {
  return code.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

const placesOf = (label: string): number =>
  Math.max(0, ...[...label.matchAll(/\{(\d+)\}/g)].map(([, place]) => Number(place) + 1));

/** Of the sentences for a code the one that says most and for which the values are there. */
const labelFor = (labels: Record<string, string>, code: string, count: number): string | undefined =>
  [...(variants[code] ?? []), labels[code]].find((label) => label !== undefined && placesOf(label) <= count);

/** A colleague's touch uses up the budget from when it is planned. */
const isToCome = ({ code, values }: Clause, today: string): boolean =>
  code === 'contactBudget' && (values[2] ?? '') > today;

function sentence(labels: Record<string, string>, { code, values }: Clause, today: string): string {
  const given = values.findIndex((value) => value === '');
  const known = given < 0 ? values : values.slice(0, given);
  const label = isToCome({ code, values: known }, today)
    ? CONTACT_BUDGET_SOON
    : labelFor(labels, code, known.length);
  if (label === undefined) return fill(UNKNOWN, [spoken(code), ...known].join(', '));
  return fill(label, ...known.map((value, at) => reads[code]?.[at]?.(value, today) ?? value));
}

/** Why something is held, was not taken, is paused or ended, as a sentence; never blank. `today` is a civil day. */
export const reasonText = (clause: Clause, today: string): string => sentence(reasons, clause, today);

/** What a day that a person chose is at odds with, as sentences. */
export const conflictTexts = (clauses: Clause[], today: string): string[] =>
  clauses.map((clause) => sentence(conflicts, clause, today));

/** Why a step is held and what its day is at odds with, as sentences. */
export const remarkTexts = (step: { reason?: Clause | undefined; conflicts: Clause[] }, today: string) => [
  ...(step.reason ? [reasonText(step.reason, today)] : []),
  ...conflictTexts(step.conflicts, today),
];

/** Sentences about the whole panel. */
export const noticeTexts = (clauses: Clause[], today: string): string[] =>
  clauses.map((clause) => sentence(notices, clause, today));

const choices = { skip: skips, pause: pauses, stop: stops };

/** Reasons that a person can choose from, as options of a radio group. */
export const reasonChoices = (kind: keyof typeof choices): { value: string; label: string }[] =>
  Object.entries(choices[kind]).map(([value, label]) => ({ value, label }));
