import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { objectNames } from '../../../server/salesforce/mirror/columns.ts';
import { startService } from './service.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

const hour = 3_600_000;
const countSchema = z.array(z.object({ live: z.int() })).length(1);

const liveObjects = async ({ mirrorRows }: World): Promise<number> => {
  const { rows } = await mirrorRows.query(
    `select count(*)::int as live from sync_state where phase = 'live'`,
  );
  return countSchema.parse(rows)[0]?.live ?? 0;
};

const allLive = async (world: World): Promise<boolean> => (await liveObjects(world)) === objectNames.length;

/** Forgets everything that was mirrored. */
export const forget = async ({ mirrorRows, orgId }: World): Promise<void> => {
  const { rows } = await mirrorRows.query<{ name: string }>(
    `select tablename as name from pg_tables where tablename like 'mirror\\_%'`,
  );
  for (const { name } of rows) await mirrorRows.query(`truncate ${name}`);
  await mirrorRows.query('delete from sync_state where org_id = $1', [orgId]);
};

/** From the start of the service to the last row. */
export const undisturbedLoad = async (world: World): Promise<{ ms: number; peakRssMb: number }> => {
  const start = performance.now();
  const service = startService(world.connections, world.secretKey);
  await until('the first load', hour, () => allLive(world));
  const ms = performance.now() - start;
  const peakRssMb = service.peakRssMb();
  await service.kill('SIGTERM');
  return { ms, peakRssMb };
};

/** The same, with the process killed at random moments. @returns how often it was */
export const killedLoad = async (world: World, kills: number, usualMs: number): Promise<number> => {
  let done = 0;
  let service = startService(world.connections, world.secretKey);
  while (done < kills && !(await allLive(world))) {
    await new Promise((resolve) =>
      setTimeout(resolve, randomInt(1_000, Math.round(usualMs / kills) + 1_001)),
    );
    if (await allLive(world)) break;
    await service.kill('SIGKILL');
    done += 1;
    service = startService(world.connections, world.secretKey);
  }
  await until('the load after the last kill', hour, () => allLive(world));
  await service.kill('SIGTERM');
  return done;
};
