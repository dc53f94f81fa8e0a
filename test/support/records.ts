import {
  type FactSource,
  factSourceSchema,
  type StageMapping,
  stageMappingSchema,
} from '../../server/journey/index.ts';
import type { z } from 'zod';

type Fields = Record<string, unknown>;

const record = (type: string, id: string, fields: Fields): Fields => ({
  attributes: { type, url: `/services/data/v65.0/sobjects/${type}/${id}` },
  Id: id,
  ...fields,
});

/** A sub-query's answer as Apex serialises it. */
export const rows = (...records: Fields[]): Fields => ({ totalSize: records.length, done: true, records });

/** An opportunity as Apex serialises it, in a stage and otherwise blank. */
export const anOpportunity = (fields: Fields = {}): Fields =>
  record('Opportunity', '006000000000001AAA', { StageName: 'Negotiation/Review', ...fields });

export const anAccount = (fields: Fields = {}): Fields => record('Account', '001000000000001AAA', fields);

export const aContactRole = (number: number, contact: Fields, fields: Fields = {}): Fields =>
  record('OpportunityContactRole', `00K00000000000${number}AAA`, {
    Role: null,
    IsPrimary: false,
    ...fields,
    Contact: record('Contact', `00300000000000${number}AAA`, contact),
  });

export const aContact = (number: number, fields: Fields): Fields =>
  record('Contact', `00300000000000${number}AAA`, fields);

/** A row of the fact table for opportunities. */
export const aSource = (row: Partial<z.input<typeof factSourceSchema>> & { path: string }): FactSource =>
  factSourceSchema.parse({ sobject: 'Opportunity', dimension: 'challenge', ...row });

/** A row of the stage map: a buying stage that needs a change decision. */
export const aStage = (row: Partial<z.input<typeof stageMappingSchema>> = {}): StageMapping =>
  stageMappingSchema.parse({
    stageName: 'Negotiation/Review',
    phase: 'buying',
    aim: 'An agreement both sides can live with.',
    exitOutcome: 'Signed.',
    ...row,
  });
