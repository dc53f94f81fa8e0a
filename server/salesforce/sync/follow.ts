import { missingFields } from '../mirror/available.ts';
import type { Position } from '../mirror/soql.ts';
import { upsertRecords } from '../mirror/upsert.ts';
import { SalesforceError } from '../problem.ts';
import { later, positionOf, readFrom } from './overlap.ts';
import { type Answer, queriesPerCall, readChanges } from './read-changes.ts';
import type { SyncParts } from './parts.ts';
import { type SyncState, writeState } from './state.ts';

interface Reading {
  state: SyncState;
  from: string | Position;
}

type Page = Extract<Answer, { isLast: boolean }>;
type Fault = Extract<Answer, { errorCode: string }>;

const beginning = '1970-01-02T00:00:00Z';

/** An instant is as old as the turn that first read up to it. */
const advanced = (
  { cursorAt, cursorSince }: SyncState,
  last: string | undefined,
  now: Date,
): Pick<SyncState, 'cursorAt' | 'cursorSince'> => {
  const next = later(cursorAt ?? beginning, last);
  return { cursorAt: next, cursorSince: (next === cursorAt ? cursorSince : null) ?? now };
};

/** How long turns have gone on finding nothing later, in milliseconds. */
const elapsed = ({ cursorSince, lastSyncedAt }: SyncState): number =>
  cursorSince && lastSyncedAt ? lastSyncedAt.getTime() - cursorSince.getTime() : 0;

/** The rows and how far they bring the object, together. */
const take = async ({ store, connection, now }: SyncParts, { state }: Reading, page: Page) => {
  const last = positionOf(page.records);
  const next: SyncState = {
    ...state,
    problem: null,
    ...advanced(state, last?.at, now()),
    ...(page.isLast && { lastSyncedAt: now() }),
  };
  const { orgId } = connection;
  await store.atLength(orgId, async (tenant) => {
    await upsertRecords(tenant, orgId, state.sobject, page.records);
    await writeState(tenant, orgId, next);
  });
  return { state: next, from: last };
};

/** A field that is gone is asked for no more; anything else is noted, and the other objects go on. */
const refused = async ({ store, connection }: SyncParts, { state }: Reading, fault: Fault) => {
  const missing =
    fault.errorCode === 'INVALID_FIELD'
      ? await missingFields(connection, state.sobject)
      : state.missingFields;
  const { problem } = new SalesforceError('refused', `${fault.errorCode}: ${fault.message}`);
  const next: SyncState = { ...state, missingFields: missing, problem };
  await store.inTenant(connection.orgId, (tenant) => writeState(tenant, connection.orgId, next));
  return next;
};

/** One call for up to five objects. @returns what is still to be read */
const step = async (parts: SyncParts, readings: readonly Reading[]): Promise<Reading[]> => {
  const questions = readings.map(({ state: { sobject, missingFields: missing }, from }) => ({
    ...{ sobject, missingFields: missing, from },
  }));
  const answers = await readChanges(parts.connection, questions);
  const rest: Reading[] = [];
  for (const [at, reading] of readings.entries()) {
    const answer = answers[at];
    if (!answer) continue;
    if ('errorCode' in answer) {
      await refused(parts, reading, answer);
      continue;
    }
    const { state, from } = await take(parts, reading, answer);
    if (!answer.isLast && from) rest.push({ state, from });
  }
  return rest;
};

/**
 * Takes over what changed in these objects since they were last asked for, deletions included: five objects a call, and
 * more calls only while there are full pages.
 */
export async function followChanges(parts: SyncParts, states: readonly SyncState[]): Promise<void> {
  let open: Reading[] = states.map((state) => ({
    state,
    from: readFrom(state.cursorAt ?? beginning, elapsed(state)),
  }));
  while (open.length > 0) {
    const now = open.slice(0, queriesPerCall);
    open = [...(await step(parts, now)), ...open.slice(queriesPerCall)];
  }
}
