import { Temporal } from 'temporal-polyfill';
import type { ObjectRules } from '../change.ts';

const STATUS_CODES: Readonly<Record<string, string>> = {
  Draft: 'Draft',
  'In Approval Process': 'InApproval',
  Activated: 'Activated',
};

/** A contract ends the day before its term is over. */
export const contractRules: ObjectRules = {
  before(_saving, changes) {
    for (const { after } of changes) {
      after['StatusCode'] = STATUS_CODES[String(after['Status'])] ?? 'Draft';
      const { StartDate: start, ContractTerm: months } = after;
      after['EndDate'] =
        typeof start === 'string' && typeof months === 'number'
          ? Temporal.PlainDate.from(start).add({ months }).subtract({ days: 1 }).toString()
          : null;
    }
  },
};
