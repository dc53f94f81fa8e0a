import type { Page } from 'playwright-core';
import { median, percentile } from '../statistics.ts';
import { openWorld, said, type World } from '../../../test/flow/support/world.ts';

const deals = 8;
/** The shipped cadence of the sales process has nine steps; the last one leaves nothing to show. */
const stepsADeal = 7;

/** Begins the cadence, unless the engine has begun it by then because of the stage. */
const begin = (page: Page, recordId: string): Promise<void> =>
  page.evaluate(async (id) => {
    const input = JSON.stringify({ cadenceId: 'sales-process', idempotencyKey: crypto.randomUUID() });
    const body = JSON.stringify({ operation: 'enroll', recordId: id, input });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch('/preview/apex/InspireGateway/write', { method: 'POST', headers, body });
    const said = await answer.text();
    if (!answer.ok && !said.includes('cadenceRunning')) throw new Error(said);
  }, recordId);

declare const document: {
  addEventListener: (
    type: 'click',
    listener: (event: { timeStamp: number }) => void,
    options: object,
  ) => void;
};
declare const requestAnimationFrame: (callback: () => void) => void;

/** Runs in the page, on the heading that is shown. `took`: milliseconds from the next click until another heading is there. */
const watch = (shown: { textContent: string | null; isConnected: boolean }): { took: Promise<number> } => {
  const name = shown.textContent;
  let from: number | undefined;
  const begin = ({ timeStamp }: { timeStamp: number }): void => void (from = timeStamp);
  document.addEventListener('click', begin, { once: true, capture: true });
  const took = new Promise<number>((resolve) => {
    const look = (): void => {
      const isNext = from !== undefined && (!shown.isConnected || shown.textContent !== name);
      if (isNext) resolve(performance.now() - (from ?? 0));
      else requestAnimationFrame(look);
    };
    look();
  });
  return { took };
};

/** From the click on done until another next step is on the page, in milliseconds of the page's own clock. */
const clickToNext = async (page: Page): Promise<number> => {
  const tile = page.locator('c-inspire-next-step');
  const watching = await tile.getByRole('heading').evaluateHandle(watch);
  await tile.getByRole('button', { name: said('Touch_Done'), exact: true }).click();
  return watching.evaluate(({ took }) => took);
};

const measureDeal = async (world: World): Promise<number[]> => {
  const { id, path } = await world.seller.deal({ stage: 'Needs Analysis' });
  const page = await world.open(path);
  await begin(page, id);
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
