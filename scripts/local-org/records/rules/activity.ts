import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { apiDateTime } from '../../clock.ts';
import { type Executor, table } from '../../database.ts';
import { type Change, fail, isChanged, type ObjectRules, type Saving } from '../change.ts';
import type { Row } from '../row.ts';
import { refreshLastActivity } from './last-activity.ts';
import { idsIn } from './own-rows.ts';

/** A task: open or closed by its status, high or not by its priority, on the account of what it is about. */
export const taskRules: ObjectRules = {
  async before(saving, changes) {
    const closed = await names(saving.trx, 'TaskStatus', 'IsClosed');
    const high = await names(saving.trx, 'TaskPriority', 'IsHighPriority');
    for (const { before, after } of changes) {
      after['IsClosed'] = closed.has(String(after['Status']));
      after['IsHighPriority'] = high.has(String(after['Priority']));
      if (after['IsClosed'] !== (before?.['IsClosed'] ?? false)) after['CompletedDateTime'] = after['IsClosed'] ? saving.now : null;
    }
    await relate(saving, changes);
  },
  after: refreshLastActivity,
  afterDelete: refreshLastActivity,
};

/** An event: start, end and length say the same thing, whichever two were given. */
export const eventRules: ObjectRules = {
  async before(saving, changes) {
    for (const change of changes) applyTimes(change);
    await relate(saving, changes);
  },
  after: refreshLastActivity,
  afterDelete: refreshLastActivity,
};

async function names(trx: Executor, object: 'TaskStatus' | 'TaskPriority', flag: string): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`select "ApiName" as name from ${table(object)} where ${sql.id(flag)}`.execute(trx);
  return new Set(rows.map(({ name }) => name));
}

/** Account and counts from the links; a lead stands for itself and is about nothing else. */
async function relate(saving: Saving, changes: readonly Change[]): Promise<void> {
  const rows = changes.map(({ after }) => after);
  const accounts = await accountsOf(saving.trx, idsIn(rows, 'WhatId', 'WhoId'));
  for (const change of changes) {
    const { after } = change;
    const [what, who] = [after['WhatId'] ?? null, after['WhoId'] ?? null];
    if (typeof who === 'string' && who.startsWith('00Q') && what !== null) {
      fail(change, 'FIELD_INTEGRITY_EXCEPTION', 'Related To ID: a task or event of a lead is not related to another record', ['WhatId']);
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
    (object) => sql`select "Id" as id, "AccountId" as account from ${table(object)} where "Id" = any(${ids}) and "AccountId" is not null`,
  );
  const { rows } = await sql<{ id: string; account: string }>`select "Id" as id, "Id" as account from ${table('Account')} where "Id" = any(${ids})
    union all ${sql.join(carriers, sql` union all `)}`.execute(trx);
  return new Map(rows.map(({ id, account }) => [id, account]));
}

const MINUTE = 60_000;

function applyTimes(change: Change): void {
  const { after, given } = change;
  if (given.has('ActivityDateTime') && !given.has('StartDateTime')) after['StartDateTime'] = after['ActivityDateTime'] ?? null;
  if (after['IsAllDayEvent'] === true) return applyAllDay(change);
  const start = instantOf(after, 'StartDateTime');
  if (!start) return missing(change, ['ActivityDateTime']);
  const wantsEnd = given.has('EndDateTime') && !given.has('DurationInMinutes');
  const keepsLength = !given.has('EndDateTime') && typeof after['DurationInMinutes'] === 'number';
  const end = wantsEnd || !keepsLength ? instantOf(after, 'EndDateTime') : start.add({ minutes: Number(after['DurationInMinutes']) });
  if (!end) return missing(change, ['DurationInMinutes']);
  const length = (end.epochMilliseconds - start.epochMilliseconds) / MINUTE;
  if (length < 0) return fail(change, 'FIELD_INTEGRITY_EXCEPTION', 'End DateTime: an event ends after it starts', ['EndDateTime']);
  Object.assign(after, {
    StartDateTime: apiDateTime(start),
    ActivityDateTime: apiDateTime(start),
    EndDateTime: apiDateTime(end),
    DurationInMinutes: length,
    ActivityDate: apiDateTime(start).slice(0, 10),
    EndDate: apiDateTime(end).slice(0, 10),
  } satisfies Row);
}

function applyAllDay(change: Change): void {
  const { after } = change;
  const day = isChanged(change, 'ActivityDate') ? after['ActivityDate'] : (after['StartDateTime'] ?? after['ActivityDate']);
  if (typeof day !== 'string') return missing(change, ['ActivityDate']);
  const date = Temporal.PlainDate.from(day.slice(0, 10));
  const days = Math.max(1, Math.round(Number(after['DurationInMinutes'] ?? 1440) / 1440));
  Object.assign(after, {
    ActivityDate: date.toString(),
    EndDate: date.add({ days: days - 1 }).toString(),
    DurationInMinutes: days * 1440,
    ActivityDateTime: null,
    StartDateTime: `${date.toString()}T00:00:00.000+0000`,
    EndDateTime: `${date.add({ days: days - 1 }).toString()}T00:00:00.000+0000`,
  } satisfies Row);
}

const missing = (change: Change, fields: string[]): void =>
  fail(change, 'REQUIRED_FIELD_MISSING', `Required fields are missing: [${fields.join(', ')}]`, fields);

function instantOf(row: Row, field: string): Temporal.Instant | null {
  const text = row[field];
  return typeof text === 'string' ? Temporal.Instant.from(text.replace('+0000', 'Z')) : null;
}
