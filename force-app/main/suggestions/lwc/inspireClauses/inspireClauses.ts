import BECAUSE from '@salesforce/label/c.Inspire_Because';
import { fill, joined } from 'c/inspireFormat';
import type { Clause } from 'c/inspireAnswer';
import { notices, reasons, warnings } from './codes';

const texts = (labels: Record<string, string>, clauses: Clause[]): string[] =>
  clauses.flatMap(({ code, values }) => {
    const label = labels[code];
    return label === undefined ? [] : [fill(label, ...values)];
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
