import BECAUSE from '@salesforce/label/c.Inspire_Because';
import BUYER_ROLE from '@salesforce/label/c.Inspire_Reason_Buyer_Role';
import STAGE from '@salesforce/label/c.Inspire_Reason_Stage';
import { fill, joined } from 'c/inspireFormat';
import type { Clause } from 'c/inspireAnswer';

/** One label a code; the values of the clause go into its places. */
const reasons: Record<string, string> = { buyerRole: BUYER_ROLE, stage: STAGE };

const textOf = (labels: Record<string, string>, clause: Clause): string | undefined => {
  const label = labels[clause.code];
  return label === undefined ? undefined : fill(label, ...clause.values);
};

const texts = (labels: Record<string, string>, clauses: Clause[]) =>
  clauses.map((clause) => textOf(labels, clause)).filter((text) => text !== undefined);

/** "Because Helena is CFO and you are in Negotiation." */
export const becauseText = (clauses: Clause[]): string => {
  const parts = texts(reasons, clauses);
  return parts.length === 0 ? '' : fill(BECAUSE, joined(parts));
};
