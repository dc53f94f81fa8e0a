import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Tenant } from '../../store/index.ts';
import type { OutboxObject, Value } from './own-fields.ts';

export interface TaskFields {
  OwnerId: string;
  Subject: string;
  /** An API value of the org's own list. */
  Status: string;
  /** Due date, `2026-01-31`. */
  ActivityDate: string | null;
  WhoId?: string | null;
  WhatId?: string | null;
  Priority?: string;
  TaskSubtype?: string;
  Description?: string;
  /** ISO 8601 instant. */
  ReminderDateTime?: string | null;
  IsReminderSet?: boolean;
}

export interface EventFields {
  OwnerId: string;
  Subject: string;
  /** ISO 8601 instants. */
  StartDateTime: string;
  EndDateTime: string;
  WhoId?: string | null;
  WhatId?: string | null;
  Description?: string;
  ShowAs?: string;
}

/**
 * What a row in Salesforce is to say (it is made if it is not there), or how it is marked as cancelled (nothing is made for that).
 * `key` is a UUID and the object, `019…:Task`, and becomes `Inspire_Key__c`.
 */
export type Write =
  | { sobject: 'Task'; key: string; fields: TaskFields }
  | { sobject: 'Event'; key: string; fields: EventFields }
  | { sobject: 'Task'; key: string; cancel: Partial<Pick<TaskFields, 'Status' | 'Subject'>> }
  | { sobject: 'Event'; key: string; cancel: Pick<EventFields, 'Subject'> };

interface Wish {
  sobject: OutboxObject;
  key: string;
  /** Replaces what the row was to say. */
  fields: object | undefined;
  /** Goes over it. */
  cancel: object | undefined;
}

/** `019…:Task`: goes into queries as it is. */
const keyForm = /^[\w-]{1,70}:(Task|Event)$/;

const assertKey = ({ sobject, key }: Write): void => {
  if (keyForm.exec(key)?.[1] === sobject) return;
  throw new RangeError(`The key "${key}" of a ${sobject} is not made of a UUID, a colon and ${sobject}.`);
};

/** The last word on every key, in one order for everybody, so that no two transactions wait for each other. */
const folded = (writes: readonly Write[]): Wish[] => {
  const wishes = new Map<string, Wish>();
  for (const write of writes) {
    assertKey(write);
    const { sobject, key } = write;
    if ('fields' in write) wishes.set(key, { sobject, key, fields: write.fields, cancel: undefined });
    else
      wishes.set(key, { ...(wishes.get(key) ?? { sobject, key, fields: undefined }), cancel: write.cancel });
  }
  return [...wishes.values()].toSorted((one, other) => (one.key < other.key ? -1 : 1));
};

const afresh = sql`
  revision = kept.revision + 1, state = 'waiting', attempts = 0, next_attempt_at = now(), problem = null, updated_at = now()
`;

const wish = async (tenant: Tenant, orgId: string, wishes: readonly Wish[]): Promise<void> => {
  const rows = wishes.map(({ sobject, key, fields, cancel }) => ({
    ...{ id: uuidv7(), sobject, key, cancelled: cancel !== undefined },
    fields: { ...fields, ...cancel } satisfies Record<string, Value | undefined>,
  }));
  await sql`
    insert into outbox_write as kept (org_id, id, sobject, key, fields, cancelled)
    select ${orgId}, id, sobject, key, fields, cancelled
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (id uuid, sobject text, key text, fields jsonb, cancelled boolean)
    on conflict (org_id, sobject, key) do update
    set fields = excluded.fields, cancelled = excluded.cancelled, ${afresh}
    where kept.state <> 'withdrawn'
      and (kept.fields, kept.cancelled) is distinct from (excluded.fields, excluded.cancelled)
  `.execute(tenant);
};

const cancel = async (tenant: Tenant, orgId: string, wishes: readonly Wish[]): Promise<void> => {
  const rows = wishes.map(({ sobject, key, cancel: fields }) => ({ sobject, key, fields }));
  await sql`
    update outbox_write as kept set fields = kept.fields || given.fields, cancelled = true, ${afresh}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (sobject text, key text, fields jsonb)
    where kept.org_id = ${orgId} and kept.sobject = given.sobject and kept.key = given.key
      and kept.state <> 'withdrawn' and (not kept.cancelled or not kept.fields @> given.fields)
  `.execute(tenant);
};

/**
 * Notes what is to be written to Salesforce, in the transaction of the decision: both happen or neither. A later write of the same
 * key takes the place of one that waits; saying the same again changes nothing; a row that a person deleted stays deleted. To
 * cancel what was never asked for is nothing to do.
 * @throws RangeError if a key is malformed
 */
export async function enqueueWrites(tenant: Tenant, orgId: string, writes: readonly Write[]): Promise<void> {
  const wishes = folded(writes);
  const [whole, cancelled] = [
    wishes.filter(({ fields }) => fields !== undefined),
    wishes.filter(({ fields }) => fields === undefined),
  ];
  if (whole.length > 0) await wish(tenant, orgId, whole);
  if (cancelled.length > 0) await cancel(tenant, orgId, cancelled);
}
