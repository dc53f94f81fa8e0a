import { z } from 'zod';
import type { Tenant } from '../../store/index.ts';
import type { OutboxObject } from './own-fields.ts';

const problemSchema = z.object({ code: z.string(), message: z.string() });

/** A write that Salesforce refuses until a person changes something. */
export interface ParkedWrite {
  id: string;
  sobject: OutboxObject;
  /** Of the row in Salesforce; null if it was never made. */
  recordId: string | null;
  /** What it is about; null if nothing. */
  relatedId: string | null;
  ownerId: string | null;
  /** Salesforce's code. */
  code: string;
  /** Salesforce's words. */
  message: string;
  parkedAt: Date;
}

const parkedSchema = z.object({
  id: z.string(),
  sobject: z.enum(['Task', 'Event']),
  record_id: z.string().nullable(),
  fields: z.object({ OwnerId: z.string().nullish(), WhatId: z.string().nullish() }),
  problem: problemSchema,
  updated_at: z.date(),
});

const mostShown = 200;

/** Parked writes, those that were parked last first; at most 200. */
export async function readParked(tenant: Tenant, orgId: string): Promise<ParkedWrite[]> {
  const rows = await tenant
    .selectFrom('outbox_write')
    .select(['id', 'sobject', 'record_id', 'fields', 'problem', 'updated_at'])
    .where('org_id', '=', orgId)
    .where('state', '=', 'parked')
    .orderBy('updated_at', 'desc')
    .limit(mostShown)
    .execute();
  return z
    .array(parkedSchema)
    .parse(rows)
    .map(({ fields, problem, record_id: recordId, updated_at: parkedAt, ...rest }) => ({
      ...{ ...rest, recordId, parkedAt, ...problem },
      relatedId: fields.WhatId ?? null,
      ownerId: fields.OwnerId ?? null,
    }));
}

export interface OutboxCounts {
  waiting: number;
  parked: number;
}

export async function countOpen(tenant: Tenant, orgId: string): Promise<OutboxCounts> {
  const rows = await tenant
    .selectFrom('outbox_write')
    .select((row) => ['state', row.fn.countAll<number>().as('rows')])
    .where('org_id', '=', orgId)
    .where('state', 'in', ['waiting', 'parked'])
    .groupBy('state')
    .execute();
  const of = (state: string): number => rows.find((row) => row.state === state)?.rows ?? 0;
  return { waiting: of('waiting'), parked: of('parked') };
}

/**
 * Lets parked writes be tried again, with the next turn.
 * @param ids all of them if not set; what is not parked stays as it is
 * @returns how many are tried again
 */
export async function retryParked(tenant: Tenant, orgId: string, ids?: readonly string[]): Promise<number> {
  if (ids?.length === 0) return 0;
  const { numUpdatedRows } = await tenant
    .updateTable('outbox_write')
    .set({ state: 'waiting', attempts: 0, next_attempt_at: new Date(0), updated_at: new Date() })
    .where('org_id', '=', orgId)
    .where('state', '=', 'parked')
    .$if(ids !== undefined, (query) => query.where('id', 'in', [...(ids ?? [])]))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
