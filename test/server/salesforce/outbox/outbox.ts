import type { Connection } from 'jsforce';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import {
  deliverTurn,
  enqueueWrites,
  type TaskFields,
  type Write,
} from '../../../../server/salesforce/outbox/index.ts';
import type { OrgConnection } from '../../../../server/salesforce/index.ts';
import { type InStep, inStep } from '../in-step.ts';

/** An outbox between a store and a local org, and what a test does to both ends. */
export interface Outbox extends Omit<InStep, 'state'> {
  /** As a rep, with the administrator's rights. */
  rep: Connection;
  enqueue: (...writes: Write[]) => Promise<void>;
  /** A turn, late enough that every row that waits is due. */
  deliver: (over?: OrgConnection) => Promise<number>;
  /** A task that nobody wrote yet. */
  task: (fields?: Partial<TaskFields>) => Extract<Write, { sobject: 'Task'; fields: TaskFields }>;
  /** State of the row of a key, and the code of what stands in its way. */
  state: (key: string) => Promise<string>;
  /** Rows of the org with a key, deleted ones included. */
  inOrg: (key: string) => Promise<Record<string, unknown>[]>;
}

export async function outbox(): Promise<Outbox> {
  const step = await inStep();
  const { org, storage, connection } = step;
  const rep = await org.connect();
  const { store } = storage;
  // Every call of a test is a minute apart, and long ago by the clock of the answers.
  let minutes = 0;
  const later = () => {
    minutes += 1;
    org.clock.moveTo(Temporal.Instant.from('2026-03-02T09:00:00Z').add({ minutes }));
  };
  let keys = 0;
  return {
    ...{ ...step, rep },
    enqueue: (...writes) => store.inTenant(org.orgId, (tenant) => enqueueWrites(tenant, org.orgId, writes)),
    deliver: (over = connection) => {
      later();
      const now = () => new Date(Date.now() + 3_600_000 * minutes);
      return deliverTurn({ store, connection: over, now });
    },
    task: (fields = {}) => ({
      ...{ sobject: 'Task', key: `${String((keys += 1)).padStart(4, '0')}:Task` },
      fields: {
        ...{ OwnerId: org.adminId, Subject: 'Call', Status: 'Not Started', ActivityDate: '2026-03-10' },
        ...fields,
      },
    }),
    state: async (key) => {
      const query = sql<{ state: string }>`
        select concat_ws(': ', state, problem ->> 'code') as state from outbox_write where key = ${key}
      `;
      const { rows } = await store.inTenant(org.orgId, (tenant) => query.execute(tenant));
      return rows[0]?.state ?? '';
    },
    inOrg: async (key) => {
      later();
      const fields = `Id, Subject, ActivityDate, IsDeleted${key.endsWith(':Task') ? ', Status' : ''}`;
      const query = `SELECT ${fields} FROM ${key.split(':')[1] ?? ''} WHERE Inspire_Key__c = '${key}'`;
      return (await rep.query(query, { scanAll: true })).records;
    },
  };
}
