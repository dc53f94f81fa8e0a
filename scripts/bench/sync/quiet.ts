import { z } from 'zod';
import { overlap } from '../../../server/salesforce/sync/overlap.ts';
import type { World } from './world.ts';

const limitsSchema = z.object({ DailyApiRequests: z.object({ Max: z.number(), Remaining: z.number() }) });
const rowsSchema = z.array(z.object({ id: z.string() }));

const usedCalls = async ({ rep }: World): Promise<number> => {
  const { DailyApiRequests: calls } = limitsSchema.parse(await rep.request('/limits'));
  return calls.Max - calls.Remaining;
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** When each of these records was saved, by id; those that have arrived are taken out. @returns their lags */
const arrived = async ({ mirrorRows }: World, saved: Map<string, number>): Promise<number[]> => {
  const { rows } = await mirrorRows.query(`select "Id" as id from mirror_task where "Id" = any($1)`, [
    [...saved.keys()],
  ]);
  return rowsSchema.parse(rows).map(({ id }) => {
    const lag = performance.now() - (saved.get(id) ?? 0);
    saved.delete(id);
    return lag;
  });
};

/** Saves a record every second or two and sees when each is in the mirror. */
const lagsOf = async (world: World, count: number): Promise<number[]> => {
  const saved = new Map<string, number>();
  const lags: number[] = [];
  for (let at = 0; lags.length < count; at += 1) {
    if (at % 15 === 0 && at / 15 < count) {
      const { id = '' } = await world.rep.create('Task', { OwnerId: world.adminId, Subject: `Lag ${at}` });
      saved.set(id, performance.now());
    }
    lags.push(...(await arrived(world, saved)));
    await pause(100);
  }
  return lags;
};

/**
 * Quiet running: how late single changes arrive, at moments spread over the rests, and what an hour of it costs.
 * @param windowMs how long calls are counted
 */
export const quietRunning = async (
  world: World,
  windowMs: number,
): Promise<{ lagMs: number; apiCallsPerHour: number }> => {
  const lags = await lagsOf(world, 20);
  // Many changes at once are read again, page by page, for so long.
  await pause(overlap.total('milliseconds'));
  const before = await usedCalls(world);
  await pause(windowMs);
  const calls = (await usedCalls(world)) - before - 1;
  return {
    lagMs: Math.round(Math.max(...lags)),
    apiCallsPerHour: Math.round((calls * 3_600_000) / windowMs),
  };
};
