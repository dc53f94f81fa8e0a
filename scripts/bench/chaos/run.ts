import { z } from 'zod';
import { countOpen, enqueueWrites, type Write } from '../../../server/salesforce/outbox/index.ts';
import { openStore, type Store } from '../../../server/store/index.ts';
import { until } from '../sync/until.ts';
import { openWorld, type World } from '../sync/world.ts';
import { judge, type Judgement, type Ledger, type OrgRow } from './judge.ts';
import { isMirrorEqual } from './mirror.ts';
import { type Deliverers, startDeliverers } from './processes.ts';
import { startReps } from './reps.ts';
import { type Plan, planWrites } from './writes.ts';

/** All that can befall a request. Only what the service asks for is meant: people's edits are what they are. */
const faults = {
  rate: 0.2,
  faults: [
    ...['expiredToken', 'requestLimit', 'rowLock', 'serverError', 'unavailable', 'html', 'slow'],
    ...[
      'cutAnswer',
      'lostAnswer',
      'lostAnswer',
      'duplicateDelivery',
      'invalidJson',
      'pageMissing',
      'wrongType',
    ],
  ],
  paths: ['composite', 'queryAll'],
  slowMs: 3_000,
};

const kills = 10;
const writesAtATime = 20;
const waitingAtMost = 100;
const patienceMs = 300_000;

const countsSchema = z.object({
  counts: z.object({ requests: z.int(), faults: z.record(z.string(), z.int()) }),
});

const waiting = async (store: Store, orgId: string): Promise<number> =>
  (await store.inTenant(orgId, (tenant) => countOpen(tenant, orgId))).waiting;

/** Decides some writes at a time, whenever those before are on their way, and kills a process now and then. */
const decide = async (store: Store, orgId: string, writes: readonly Write[], deliverers: Deliverers) => {
  const hasRoom = async (): Promise<boolean> => (await waiting(store, orgId)) <= waitingAtMost;
  let killed = 0;
  for (let at = 0; at < writes.length; at += writesAtATime) {
    const some = writes.slice(at, at + writesAtATime);
    await store.inTenant(orgId, (tenant) => enqueueWrites(tenant, orgId, some));
    await until('there is room for more', patienceMs, hasRoom, 20);
    if (killed >= kills || at < ((killed + 1) * writes.length) / (kills + 1)) continue;
    await deliverers.killOne();
    killed += 1;
  }
};

const aDeal = async ({ rep }: World): Promise<string> => {
  const deal = { Name: 'Brunner – 240 vehicles', StageName: 'Prospecting', CloseDate: '2027-12-31' };
  return (await rep.create('Opportunity', deal)).id ?? '';
};

const rowsByKey = async ({ orgRows }: World): Promise<Map<string, OrgRow[]>> => {
  const common = '"Inspire_Key__c", "Subject", "IsDeleted"';
  const tasks = `select ${common}, "Status", "ActivityDate"::text from sobject."Task"`;
  const events = `select ${common}, "StartDateTime", "EndDateTime" from sobject."Event"`;
  const found: OrgRow[] = [];
  for (const query of [tasks, events]) found.push(...(await orgRows.query<OrgRow>(query)).rows);
  return Map.groupBy(found, (row) => String(row['Inspire_Key__c']));
};

type Tally = Record<Judgement, number>;

const tally = (plan: Plan, rows: ReadonlyMap<string, OrgRow[]>, ledger: Ledger): Tally => {
  const counts: Tally = { once: 0, lost: 0, duplicated: 0, overwritten: 0 };
  for (const [key, wish] of plan.wishes) counts[judge(key, wish, rows.get(key) ?? [], ledger)] += wish.writes;
  return counts;
};

const disturb = async (world: World, store: Store, plan: Plan): Promise<Ledger> => {
  const { orgId, connections, secretKey } = world;
  const deliverers = startDeliverers({
    url: connections.url,
    orgId,
    secretKey: secretKey.toString('base64'),
  });
  const reps = startReps(world.rep);
  await decide(store, orgId, plan.writes, deliverers);
  const ledger = await reps.stop();
  await until('every write is delivered', patienceMs, async () => (await waiting(store, orgId)) === 0);
  await deliverers.stop();
  return ledger;
};

const print = (facts: Readonly<Record<string, string | number>>): void => {
  for (const [name, value] of Object.entries(facts)) console.log(`${name.padEnd(34)} ${value}`);
};

/**
 * 2,000 writes through the outbox by two processes that are killed ten times, over a connection on which every fifth request goes
 * wrong, while people edit and delete what is written. Then every row of the org is compared with what was decided and what people
 * did, and every row of the mirror with the org.
 */
export const runChaos = async (): Promise<void> => {
  const world = await openWorld();
  const store = openStore({ url: world.connections.url, onError: () => undefined });
  try {
    const plan = planWrites({ ownerId: world.adminId, relatedId: await aDeal(world) });
    await world.faults(faults);
    console.log(`${plan.writes.length} writes about ${plan.wishes.size} tasks and events …`);
    const ledger = await disturb(world, store, plan);
    const { counts } = countsSchema.parse(await world.rep.request(`${world.url}/local-org/faults`));
    const { parked } = await store.inTenant(world.orgId, (tenant) => countOpen(tenant, world.orgId));
    const { once, lost, duplicated, overwritten } = tally(plan, await rowsByKey(world), ledger);
    const mirrorEqual = await isMirrorEqual(world, store);
    const faulty = Object.values(counts.faults).reduce((sum, count) => sum + count, 0);
    print({
      ...{ 'requests of the service': counts.requests, 'of these gone wrong': faulty, kills },
      ...{
        'rows edited by people': ledger.edits.size,
        'rows deleted by people': ledger.deleted.size,
        parked,
      },
      ...{
        'writes in the org exactly once': once,
        lost,
        duplicated,
        "people's changes overwritten": overwritten,
      },
      'mirror equals the org, row by row': String(mirrorEqual),
    });
    const writes = plan.writes.length;
    console.log(
      JSON.stringify({ writes, kills, exactlyOnce: once, lost, duplicated, overwritten, mirrorEqual }),
    );
  } finally {
    await store.close();
    await world.end();
  }
};
