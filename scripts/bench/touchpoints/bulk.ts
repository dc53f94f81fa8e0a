import { z } from 'zod';
import { startService } from '../sync/service.ts';
import { until } from '../sync/until.ts';
import { openWorld, type World } from '../sync/world.ts';
import { areKnown, makeDeals, moveDeals, openPublished, tasksByKey } from './deals.ts';

const deals = 200;
const countsSchema = z.object({ counts: z.object({ requests: z.int() }) });

/** Nothing goes wrong; calls that write are counted. */
const countWrites = {
  rate: 0,
  faults: [],
  methods: ['POST', 'PATCH'],
  paths: ['composite/sobjects', 'sobjects'],
};

const requests = async ({ rep, url }: World): Promise<number> =>
  countsSchema.parse(await rep.request(`${url}/local-org/faults`)).counts.requests;

const enrolled = async ({ mirrorRows }: World, ids: readonly string[]): Promise<number> => {
  const { rows } = await mirrorRows.query<{ count: string }>(
    `select count(distinct record_id) from cadence_enrollment enrollment
     where record_id = any($1) and state = 'active' and 8 = (
       select count(*) from touchpoint where enrollment_id = enrollment.id)`,
    [ids],
  );
  return Number(rows[0]?.count);
};

const allWritten = async (world: World): Promise<boolean> => {
  const tasks = await tasksByKey(world);
  return tasks.size >= deals && [...tasks.values()].every((count) => count === 1);
};

/** 200 deals come to a stage in one update, with two service processes running. */
export const measureBulk = async (): Promise<{ bulkEnrolled: number; bulkWriteCalls: number }> => {
  const world = await openWorld();
  const store = await openPublished(world);
  const services = [1, 2].map(() => startService(world.connections, world.secretKey));
  try {
    const ids = await makeDeals(world, deals);
    await areKnown(world, ids);
    await moveDeals(world, ids, 'Qualification');
    await world.faults(countWrites);
    await until('every deal has its Task', 120_000, () => allWritten(world));
    return { bulkEnrolled: await enrolled(world, ids), bulkWriteCalls: await requests(world) };
  } finally {
    await Promise.all(services.map((service) => service.kill('SIGTERM')));
    await store.close();
    await world.end();
  }
};
