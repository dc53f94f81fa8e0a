import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { publishConfiguration, readConfigurationSet, withdrawOrigin } from '../../../server/content/index.ts';
import { sizes } from '../../../scripts/preview/chromium/visit.ts';
import { violations } from '../support/axe.ts';
import { firstTitle, isGatewayCall, panel, suggestions } from '../support/panel.ts';
import { said, type World } from '../support/world.ts';

/** Holds back every call of the panel until `release` is called: a network that has almost stopped. */
async function holdBack(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  await page.route(
    (url) => isGatewayCall(url.href),
    async (route) => {
      await promise;
      await route.continue();
    },
  );
  return () => resolve(undefined);
}

async function emptyLibrary({ stack }: World): Promise<() => Promise<void>> {
  const { store, org } = stack;
  for (const origin of ['demo', 'starter'] as const)
    await withdrawOrigin(store, { orgId: org.orgId, userId: 'operator', note: 'empty' }, origin);
  return async () => {
    for (const name of ['starter', 'demo']) {
      const set = await readConfigurationSet(`config/${name}`);
      await publishConfiguration(store, org.orgId, 'operator', set, 'back again');
    }
  };
}

export const describeStates = (world: () => World): void =>
  describe('the four states of the panel', () => {
    it.each(sizes)(
      'loading: a stencil while the network is slow, then the list, at %s size',
      async (size) => {
        const { seller, open } = world();
        const page = await open('/', { size });
        const release = await holdBack(page);
        await page.goto(new URL((await seller.deal()).path, page.url()).href);
        await panel(page).getByText(said('Loading')).waitFor({ state: 'attached' });
        expect(await violations(page)).toEqual([]);
        release();
        await firstTitle(page);
      },
    );

    it('ready: what is shown stays while a slow answer is on its way', async () => {
      const { seller, open } = world();
      const page = await open((await seller.deal()).path);
      const title = await firstTitle(page);
      const release = await holdBack(page);
      await panel(page)
        .getByRole('button', { name: said('Refresh') })
        .click();
      expect(await firstTitle(page)).toBe(title);
      release();
    });

    it('stale: without a network the list stays and says so', async () => {
      const { seller, open } = world();
      const page = await open((await seller.deal()).path);
      await firstTitle(page);
      await page.context().setOffline(true);
      await panel(page)
        .getByRole('button', { name: said('Refresh') })
        .click();
      await panel(page)
        .getByText(new RegExp(said('Stale', '.*')))
        .waitFor();
      expect(await suggestions(page).count()).toBe(3);
    });

    it('empty: an empty library says what would fill it, and axe finds nothing in any theme', async () => {
      const { seller, open } = world();
      const fillAgain = await emptyLibrary(world());
      try {
        const { path } = await seller.deal();
        for (const size of sizes) {
          const page = await open(path, { size });
          await panel(page).getByText(said('Notice_Library_Empty')).waitFor();
          expect(await violations(page)).toEqual([]);
        }
      } finally {
        await fillAgain();
      }
    });

    it('error: with the service stopped the panel says what to do, and axe finds nothing in any theme', async () => {
      const { stack, seller, open } = world();
      const deal = await seller.deal();
      await stack.stopService();
      for (const size of sizes) {
        const page = await open(deal.path, { size });
        await panel(page).getByRole('alert').waitFor();
        await panel(page)
          .getByRole('button', { name: said('Try_Again') })
          .waitFor();
        expect(await violations(page)).toEqual([]);
      }
    });
  });
