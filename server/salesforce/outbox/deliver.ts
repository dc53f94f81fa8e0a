import type { Store } from '../../store/index.ts';
import type { OrgConnection } from '../connection/open.ts';
import { defaultDelay, type DelayOf } from './back-off.ts';
import { type Claim, claimDue, noteSending, renewClaim } from './claim.ts';
import { sending } from './compare.ts';
import { sendCreations } from './creations.ts';
import { faultOf, problemOf } from './fault-of.ts';
import { defaultLeaseMs, holding } from './hold.ts';
import { lookedAt, outcomeOf } from './outcome.ts';
import { outboxObjects, ownValues } from './own-fields.ts';
import { type Creation, type Step, stepOf, type Update } from './plan.ts';
import { readRows } from './read-rows.ts';
import type { Reply } from './send-apart.ts';
import { settle, type Settled } from './settle.ts';
import { sendUpdates } from './updates.ts';

export interface DeliverParts {
  store: Store;
  connection: OrgConnection;
  now: () => Date;
  delayOf?: DelayOf;
  /** Milliseconds after which the rows of a process that died are another one's. */
  leaseMs?: number;
}

interface Delivery extends DeliverParts {
  claim: Claim;
  delayOf: DelayOf;
}

interface Sent {
  step: Creation | Update;
  reply: Reply;
}

const isNothing = { at: new Date(0), of: () => undefined };

/** Rows that were never sent need no look. */
const plan = async ({ connection, claim: { sobject, rows } }: Delivery): Promise<Step[]> => {
  const sent = rows.filter(({ written }) => written !== null);
  const reading = sent.length > 0 ? await readRows(connection, sobject, sent) : isNothing;
  return rows.map((row) => stepOf(sobject, row, reading));
};

/** Only what is still this process's, and what is noted as being sent. */
const allowed = async (
  { store, connection: { orgId }, claim }: Delivery,
  steps: readonly (Creation | Update)[],
): Promise<(Creation | Update)[]> => {
  if (steps.length === 0) return [];
  const intents = steps.map(({ row, values }) => ({
    id: row.id,
    written: sending(row.written, ownValues(claim.sobject, values)),
  }));
  const held = await store.inTenant(orgId, (tenant) => noteSending(tenant, orgId, claim, intents));
  return steps.filter(({ row }) => held.has(row.id));
};

const paired = (steps: readonly (Creation | Update)[], replies: readonly Reply[]): Sent[] =>
  steps.flatMap((step, index) => {
    const reply = replies[index];
    return reply ? [{ step, reply }] : [];
  });

const send = async (
  { connection, claim: { sobject } }: Delivery,
  steps: readonly (Creation | Update)[],
): Promise<Sent[]> => {
  const creations = steps.filter((step) => step.kind === 'create');
  const updates = steps.filter((step) => step.kind === 'update');
  const created = paired(creations, await sendCreations(connection, sobject, creations));
  return [...created, ...paired(updates, await sendUpdates(connection, sobject, updates))];
};

const failed = ({ claim: { rows }, delayOf }: Delivery, error: unknown): Settled[] => {
  const problem = problemOf(faultOf(error));
  return rows.map((row) => {
    const { attempts } = row;
    return { row, outcome: { state: 'waiting', problem, attempts, afterMs: delayOf(attempts) } };
  });
};

/** Looks into the org where a reply does not tell; if that fails, the next attempt begins with a look. */
const look = async (delivery: Delivery, unclear: readonly Sent[]): Promise<Settled[]> => {
  if (unclear.length === 0) return [];
  const { connection, claim } = delivery;
  const rows = unclear.map(({ step }) => step.row);
  try {
    const { of } = await readRows(connection, claim.sobject, rows);
    return unclear.map(({ step, reply }) => ({
      row: step.row,
      outcome: lookedAt(step, reply, of(step.row)),
    }));
  } catch (error) {
    return failed({ ...delivery, claim: { ...claim, rows } }, error);
  }
};

const judge = async (delivery: Delivery, sent: readonly Sent[]): Promise<Settled[]> => {
  const { claim, delayOf } = delivery;
  const settled: Settled[] = [];
  const unclear: Sent[] = [];
  for (const each of sent) {
    const outcome = outcomeOf(claim.sobject, each.step, each.reply, delayOf);
    if (outcome) settled.push({ row: each.step.row, outcome });
    else unclear.push(each);
  }
  return [...settled, ...(await look(delivery, unclear))];
};

const deliver = async (delivery: Delivery): Promise<Settled[]> => {
  let steps: Step[];
  try {
    steps = await plan(delivery);
  } catch (error) {
    return failed(delivery, error);
  }
  const settled = steps.flatMap((step) => (step.kind === 'settle' ? [step] : []));
  const open = steps.flatMap((step) => (step.kind === 'settle' ? [] : [step]));
  return [...settled, ...(await judge(delivery, await send(delivery, await allowed(delivery, open))))];
};

/**
 * Delivers what is due for one org: at most 200 rows of each object. Several processes may do so at a time, and any of them may die at
 * any point. What fails is noted at its row and tried again, or parked; nothing holds back other rows.
 * @returns how many rows were taken up
 * @throws AppError `storeUnavailable`; rows in hand are then taken up once their lease has ended
 */
export async function deliverTurn(parts: DeliverParts): Promise<number> {
  const { store, connection, now, delayOf = defaultDelay, leaseMs = defaultLeaseMs } = parts;
  const { orgId } = connection;
  const until = (): Date => new Date(now().getTime() + leaseMs);
  let taken = 0;
  for (const sobject of outboxObjects) {
    const lease = { now: now(), until: until() };
    const claim = await store.inTenant(orgId, (tenant) => claimDue(tenant, orgId, sobject, lease));
    if (claim.rows.length === 0) continue;
    taken += claim.rows.length;
    const renew = () =>
      store.inTenant(orgId, (tenant) => renewClaim(tenant, orgId, claim, { until: until() }));
    const settled = await holding(leaseMs, renew, () => deliver({ ...parts, claim, delayOf }));
    await store.inTenant(orgId, (tenant) => settle(tenant, orgId, claim, settled, now()));
  }
  return taken;
}
