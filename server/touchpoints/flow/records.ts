import type { Facts } from '../../http/facts.ts';

/** A record that Apex found for the user of the Flow. */
export type FlowRecord = Facts['records'][number];

/** Why nothing was done for a request. */
export interface Refusal {
  code: string;
  message: string;
}

/** Nothing that a Flow names is believed: only records that Apex found in the user's access count. */
export const recordFinder = ({ records }: Facts): ((recordId: string | null) => FlowRecord | Refusal) => {
  const known = new Map(records.map((record) => [record.Id, record]));
  return (recordId) => {
    if (recordId === null)
      return { code: 'recordMissing', message: 'No record id was given, or what was given is none.' };
    const unknown = `There is no opportunity or account ${recordId} that the user of the Flow may see.`;
    return known.get(recordId) ?? { code: 'recordUnknown', message: unknown };
  };
};

export const isRefusal = (found: object): found is Refusal => 'code' in found;
