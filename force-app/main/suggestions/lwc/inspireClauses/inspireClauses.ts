import BECAUSE from '@salesforce/label/c.Inspire_Because';
import type { Clause } from 'c/inspireAnswer';
import { phaseName } from 'c/inspireFacts';
import { fill, joined } from 'c/inspireFormat';
import { notices, reasons, warnings } from './codes';

const texts = (labels: Record<string, string>, clauses: Clause[]): string[] =>
  clauses.flatMap(({ code, values }) => {
    const label = labels[code];
    const words = code === 'phase' ? values.map(phaseName) : values;
    return label === undefined ? [] : [fill(label, ...words)];
  });

/** "Because Helena is CFO and you are in Negotiation." Empty without a clause that has a label. */
export const becauseText = (clauses: Clause[]): string => {
  const parts = texts(reasons, clauses);
  return parts.length === 0 ? '' : fill(BECAUSE, joined(parts));
};

/** Reasons one by one, as parts of a sentence: "their industry is Logistics". */
export const reasonTexts = (clauses: Clause[]): string[] => texts(reasons, clauses);

export const warningTexts = (clauses: Clause[]): string[] => texts(warnings, clauses);

export const noticeTexts = (clauses: Clause[]): string[] => texts(notices, clauses);
