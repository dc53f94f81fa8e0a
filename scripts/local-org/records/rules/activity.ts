import { sql } from 'kysely';
import { type Executor, table } from '../../database.ts';
import { type Change, fail, type ObjectRules, type Saving } from '../change.ts';
import { eventTimes } from './event-times.ts';
import { refreshLastActivity } from './last-activity.ts';
import { idsIn } from './own-rows.ts';

/** A task: open or closed by its status, high or not by its priority, on the account of what it is about. */
export const taskRules: ObjectRules = {
  async before(saving, changes) {
    const { closedTaskStatuses: closed, highTaskPriorities: high } = saving.settings;
    for (const { before, after } of changes) {
      after['IsClosed'] = closed.has(String(after['Status']));
      after['IsHighPriority'] = high.has(String(after['Priority']));
      if (after['IsClosed'] !== (before?.['IsClosed'] ?? false))
        after['CompletedDateTime'] = after['IsClosed'] ? saving.now : null;
    }
    await relate(saving, changes);
  },
  after: refreshLastActivity,
  afterDelete: refreshLastActivity,
};

/** An event: start, end and length say the same thing, whichever two were given. */
export const eventRules: ObjectRules = {
  async before(saving, changes) {
    for (const change of changes) {
      const found = eventTimes(change);
      if ('times' in found) Object.assign(change.after, found.times);
      else change.errors.push(found.error);
    }
    await relate(saving, changes);
  },
  after: refreshLastActivity,
  afterDelete: refreshLastActivity,
};

/** Account and counts from the links; a lead stands for itself and is about nothing else. */
async function relate(saving: Saving, changes: readonly Change[]): Promise<void> {
  const rows = changes.map(({ after }) => after);
  const accounts = await accountsOf(saving.trx, idsIn(rows, 'WhatId', 'WhoId'));
  for (const change of changes) {
    const { after } = change;
    const [what, who] = [after['WhatId'] ?? null, after['WhoId'] ?? null];
    if (typeof who === 'string' && who.startsWith('00Q') && what !== null) {
      fail(
        change,
        'FIELD_INTEGRITY_EXCEPTION',
        'Related To ID: a task or event of a lead is not related to another record',
        ['WhatId'],
      );
    }
    after['WhoCount'] = who === null ? 0 : 1;
    after['WhatCount'] = what === null ? 0 : 1;
    after['AccountId'] = accounts.get(String(what)) ?? accounts.get(String(who)) ?? null;
  }
}

/** The account that a record is or belongs to, by the record's id. */
async function accountsOf(trx: Executor, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const carriers = ['Opportunity', 'Contact', 'Contract', 'Asset'].map(
    (object) =>
      sql`select "Id" as id, "AccountId" as account from ${table(object)} where "Id" = any(${ids}) and "AccountId" is not null`,
  );
  const { rows } = await sql<{
    id: string;
    account: string;
  }>`select "Id" as id, "Id" as account from ${table('Account')} where "Id" = any(${ids})
    union all ${sql.join(carriers, sql` union all `)}`.execute(trx);
  return new Map(rows.map(({ id, account }) => [id, account]));
}
