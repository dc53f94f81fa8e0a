import INSTEAD from '@salesforce/label/c.Inspire_Preview_Instead';
import { fill } from 'c/inspireFormat';
import type { PreviewStep } from 'c/inspireTouchpointAnswer';
import { remarkTexts } from 'c/inspireTouchpointClauses';
import { channelOf, dateText, dayAlone } from 'c/inspireTouchpointWords';

/** One step as the list of dates shows it. */
export interface Row {
  key: string;
  name: string;
  text: string;
}

/** Steps whose day would be another one, or that something speaks against. */
export const changedSteps = (steps: PreviewStep[]): PreviewStep[] =>
  steps.filter(({ before, after, conflicts }) => before !== after || conflicts.length > 0);

const dayOf = ({ before, after }: PreviewStep, today: string): string =>
  before === undefined || after === undefined || before === after
    ? dayAlone(after, today)
    : fill(INSTEAD, dateText(after, today), dateText(before, today));

/** "16 Nov instead of 12 Nov", and what speaks against it. */
export const rowOf = (step: PreviewStep, today: string, place: number): Row => {
  const { name, channel } = step;
  return {
    key: String(place),
    name,
    text: [dayOf(step, today), channelOf(channel).label, ...new Set(remarkTexts(step, today))].join(' · '),
  };
};
