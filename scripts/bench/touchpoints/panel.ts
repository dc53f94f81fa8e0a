import type { Page } from 'playwright-core';
import { median, percentile } from '../statistics.ts';
import { openWorld, said, type World } from '../../../test/flow/support/world.ts';

const deals = 8;
/** The shipped cadence of the sales process has nine steps; the last one leaves nothing to show. */
const stepsADeal = 7;

const begin = (page: Page, recordId: string): Promise<number> =>
  page.evaluate(async (id) => {
    const input = JSON.stringify({ cadenceId: 'sales-process', idempotencyKey: crypto.randomUUID() });
    const body = JSON.stringify({ operation: 'enroll', recordId: id, input });
    const headers = { 'content-type': 'application/json' };
    return (await fetch('/preview/apex/InspireGateway/write', { method: 'POST', headers, body })).status;
  }, recordId);

/** Milliseconds from the click on done to another next step on the page, by the page's own clock. */
const clickToNext = async (page: Page): Promise<number> => {
  const tile = page.locator('c-inspire-next-step');
  const name = await tile.getByRole('heading').innerText();
  const from = performance.now();
  await tile.getByRole('button', { name: said('Touch_Done'), exact: true }).click();
  await tile.getByRole('heading').filter({ hasNotText: name }).waitFor();
  return performance.now() - from;
};

const measureDeal = async (world: World): Promise<number[]> => {
  const { id, path } = await world.seller.deal({ stage: 'Needs Analysis' });
  const page = await world.open(path);
  const status = await begin(page, id);
  if (status !== 200) throw new Error(`The cadence could not be begun: ${status}.`);
  await page.reload();
  await page.locator('c-inspire-next-step').getByRole('heading').waitFor();
  const times: number[] = [];
  for (let step = 0; step < stepsADeal; step += 1) times.push(await clickToNext(page));
  await world.closePages();
  return times;
};

/** p95 of clicks on done in the local record page: browser, gateway, service, database and back. */
export const measurePanel = async (): Promise<{ p50: number; p95: number; clicks: number }> => {
  const world = await openWorld();
  try {
    const times: number[] = [];
    for (let deal = 0; deal < deals; deal += 1) times.push(...(await measureDeal(world)));
    return { p50: median(times), p95: percentile(times, 0.95), clicks: times.length };
  } finally {
    await world.close();
  }
};
