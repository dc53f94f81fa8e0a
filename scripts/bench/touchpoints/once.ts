import { randomFor } from '../../sample-data/random.ts';
import { type Service, startService } from '../sync/service.ts';
import { until } from '../sync/until.ts';
import { openWorld, type World } from '../sync/world.ts';
import { areKnown, makeDeals, moveDeals, openPublished, tasksByKey } from './deals.ts';

const deals = 300;
const kills = 6;
const patienceMs = 300_000;

/** All that can befall a request of the service, for one in five. */
const faults = {
  rate: 0.2,
  faults: [
    ...['expiredToken', 'requestLimit', 'rowLock', 'serverError', 'unavailable', 'html', 'slow', 'cutAnswer'],
    ...['lostAnswer', 'lostAnswer', 'duplicateDelivery', 'invalidJson', 'pageMissing', 'wrongType'],
  ],
  paths: ['composite', 'queryAll', 'query'],
  slowMs: 2_000,
};

/** Reps change one record at a time; what goes wrong befalls the service alone. */
const complete = async ({ rep, orgRows }: World, atMost: number): Promise<number> => {
  const { rows } = await orgRows.query<{ Id: string }>(
    `select "Id" from sobject."Task" where "Inspire_Key__c" is not null and "Status" = 'Not Started'
     and not "IsDeleted" order by random() limit ${atMost}`,
  );
  for (const { Id } of rows) await rep.update('Task', { Id, Status: 'Completed' });
  return rows.length;
};

const waiting = async ({ mirrorRows }: World): Promise<number> => {
  const { rows } = await mirrorRows.query<{ count: string }>(
    `select (select count(*) from outbox_write where state = 'waiting') + (select count(*) from mirror_change) as count`,
  );
  return Number(rows[0]?.count);
};

/** Two processes, one killed now and then and replaced at once. */
const twoServices = (world: World) => {
  const random = randomFor('touchpoints');
  const start = (): Service => startService(world.connections, world.secretKey);
  const services = [start(), start()];
  return {
    killOne: async (): Promise<void> => {
      const [victim] = services.splice(random.int(0, 1), 1);
      await victim?.kill('SIGKILL');
      services.push(start());
    },
    stop: () => Promise.all(services.map((service) => service.kill('SIGTERM'))),
  };
};

const disturb = async (world: World): Promise<void> => {
  const services = twoServices(world);
  const ids = await makeDeals(world, deals);
  await areKnown(world, ids);
  await moveDeals(world, ids, 'Qualification');
  await world.faults(faults);
  for (let round = 0; round < kills; round += 1) {
    await until('there are Tasks to complete', patienceMs, async () => (await complete(world, 60)) > 0);
    await services.killOne();
  }
  await world.faults({});
  // What was completed last comes with the next turn of the mirror, and gives the last Tasks.
  let quiet = 0;
  await until(
    'everything is written',
    patienceMs,
    async () => (quiet = (await waiting(world)) === 0 ? quiet + 1 : 0) >= 25,
    1_000,
  );
  await services.stop();
};

/** Tasks that touchpoints need, under faults, kills and reps who complete them, against the Tasks that are there. */
export const measureOnce = async (): Promise<{ tasks: number; lost: number; twice: number }> => {
  const world = await openWorld();
  const store = await openPublished(world);
  try {
    await disturb(world);
    const counts = [...(await tasksByKey(world)).values()];
    return {
      tasks: counts.length,
      lost: counts.filter((count) => count === 0).length,
      twice: counts.filter((count) => count > 1).length,
    };
  } finally {
    await store.close();
    await world.end();
  }
};
