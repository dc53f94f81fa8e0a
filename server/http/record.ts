import { z } from 'zod';
import { AppError } from '../errors.ts';
import { salesforceIdSchema } from '../identifiers.ts';
import type { Facts } from './facts.ts';

const identified = z.object({
  Id: salesforceIdSchema,
  attributes: z.object({ type: z.string().max(80) }),
});

export interface CalledRecord {
  recordId: string;
  sobject: 'Opportunity' | 'Account';
  fields: Record<string, unknown>;
}

/**
 * The record that the page shows, as Apex read it.
 * @throws AppError `recordMissing` without one, `recordUnsupported` if it is neither Opportunity nor Account
 */
export const recordOf = ({ record }: Facts): CalledRecord => {
  if (!record) throw new AppError('recordMissing', 'The request carries no record.');
  const parsed = identified.safeParse(record);
  if (!parsed.success) throw new AppError('recordMissing', 'The record has no 18-character Id or no type.');
  const { Id: recordId, attributes } = parsed.data;
  const { type } = attributes;
  if (type !== 'Opportunity' && type !== 'Account')
    throw new AppError('recordUnsupported', `A record of ${type} has no suggestions.`);
  return { recordId, sobject: type, fields: record };
};
