import type { ContentItem, ContentMapping } from '../../server/content/index.ts';
import type { FactSource, StageMapping } from '../../server/journey/index.ts';
import { salesforceId } from './signed-call.ts';

/** A customer-facing document for every deal; `changes` bend it. */
export const item = (id: string, changes: Partial<Record<keyof ContentItem, unknown>> = {}) => ({
  id,
  kind: 'document',
  title: `Title of ${id}`,
  summary: `What ${id} is about.`,
  audience: 'customerFacing',
  author: { name: 'Mara Lind' },
  reviewedOn: '2026-01-10',
  reviewBy: '2099-01-10',
  body: '# Text\n\nReady to send.',
  ...changes,
});

export const rule = (id: string, changes: Partial<Record<keyof ContentMapping, unknown>>) => ({
  id,
  name: `Rule ${id}`,
  effect: 'pin',
  ...changes,
});

export const stage = (stageName: string, changes: Partial<Record<keyof StageMapping, unknown>> = {}) => ({
  stageName,
  phase: 'buying',
  aim: 'They compare.',
  exitOutcome: 'They chose.',
  ...changes,
});

export const factSource = (
  dimension: string,
  path: string,
  changes: Partial<Record<keyof FactSource, unknown>> = {},
) => ({ sobject: 'Opportunity', dimension, path, ...changes });

/** A sub-query's answer as Apex serialises it. */
export const rows = (type: string, records: object[]) => ({
  totalSize: records.length,
  done: true,
  records: records.map((record) => ({ attributes: { type }, ...record })),
});

/** The facts that Apex signs for an opportunity that its user may edit. */
export const opportunityFacts = (
  fields: Record<string, unknown> = {},
  rest: Record<string, unknown> = {},
) => ({
  record: {
    attributes: { type: 'Opportunity' },
    Id: salesforceId('006'),
    Name: 'Brunner Logistik – 240 vehicles',
    StageName: 'Negotiation/Review',
    ...fields,
  },
  access: { edit: true, createTask: true },
  hiddenFields: [],
  ...rest,
});
