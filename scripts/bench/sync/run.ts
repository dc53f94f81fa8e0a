import { type Comparison, compareAll } from './compare.ts';
import { plainCopy } from './baseline.ts';
import { makeChanges } from './changes.ts';
import { forget, killedLoad, undisturbedLoad } from './first-load.ts';
import { quietRunning } from './quiet.ts';
import { seedOrg } from './seed.ts';
import { startService } from './service.ts';
import { until } from './until.ts';
import { openWorld, type World } from './world.ts';

const sizes = { opportunities: 100_000, histories: 1_000_000, tasks: 1_000_000 };
const large = ['Opportunity', 'OpportunityHistory', 'Task'] as const;
const kills = 5;
/** Five minutes and a bit, so that slow objects come too. */
const quietMs = 310_000;

/** Faults of the way between service and org, for one request in five. */
const transportFaults = {
  rate: 0.2,
  faults: ['serverError', 'unavailable', 'cutAnswer', 'lostAnswer', 'slow', 'html', 'expiredToken'],
  slowMs: 2_000,
  methods: ['GET', 'POST'],
  paths: ['composite', 'query', 'jobs/query', 'sobjects'],
};

const isEqual = (compared: readonly Comparison[]): boolean =>
  compared.every(({ differing }) => differing === 0);

const settle = async (world: World): Promise<Comparison[]> => {
  let compared: Comparison[] = [];
  await until(
    'the mirror equal to the org',
    120_000,
    async () => isEqual((compared = await compareAll(world))),
    5_000,
  ).catch(() => undefined);
  return compared;
};

const changing = async (world: World): Promise<{ changes: number; compared: Comparison[] }> => {
  const service = startService(world.connections, world.secretKey);
  await world.faults(transportFaults);
  const changes = await makeChanges(world);
  await world.faults({});
  const compared = await settle(world);
  await service.kill('SIGTERM');
  return { changes, compared };
};

const quiet = async (world: World) => {
  const service = startService(world.connections, world.secretKey);
  const measured = await quietRunning(world, quietMs);
  await service.kill('SIGTERM');
  return measured;
};

const oneDecimal = (value: number): number => Number(value.toFixed(1));

const measureAll = async (world: World): Promise<void> => {
  console.log('Filling the org …');
  await seedOrg(world.orgRows, sizes);
  const copyMs = await plainCopy(world, large);
  const { ms, peakRssMb } = await undisturbedLoad(world);
  console.table({
    'same CSV into a bare table': { seconds: oneDecimal(copyMs / 1000) },
    'first load': {
      seconds: oneDecimal(ms / 1000),
      'memory MB': Math.round(peakRssMb),
      bar: '≥ 0.4 as fast, ≤ 400 MB',
    },
  });
  await forget(world);
  const killed = await killedLoad(world, kills, ms);
  const loaded = await settle(world);
  console.table(loaded);
  const { changes, compared } = await changing(world);
  console.log(
    `${killed} kills; ${changes} changes with faults in one request of five: ${isEqual(compared) ? 'equal' : 'not equal'}`,
  );
  const { lagMs, apiCallsPerHour } = await quiet(world);
  console.log(
    JSON.stringify({
      ...{ speedRatio: Number((copyMs / ms).toFixed(2)), peakRssMb: Math.round(peakRssMb), kills: killed },
      mirrorEqual: isEqual(loaded) && isEqual(compared),
      ...{ lagMs, apiCallsPerHour },
    }),
  );
};

/**
 * First load against a plain copy, with kills, with changes under faults, and quiet running. Bars: speedRatio ≥ 0.4,
 * peakRssMb ≤ 400, mirrorEqual, lagMs ≤ 20,000, apiCallsPerHour ≤ 400.
 */
export const benchSync = async (): Promise<void> => {
  const world = await openWorld();
  try {
    await measureAll(world);
  } finally {
    await world.end();
  }
};
