import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { firstTitle, panel, suggestions } from '../support/panel.ts';
import type { World } from '../support/world.ts';

const long = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenproduktion';

export const describeSizes = (world: () => World): void =>
  describe('on a phone, with long texts, with many rows', () => {
    it('at 390 px the panel stands above details and nothing is wider than the screen', async () => {
      const { seller, open } = world();
      const page = await open((await seller.deal()).path, { size: 'phone' });
      await firstTitle(page);
      expect(await overflow(page)).toBe(0);
      const details = await page.getByRole('tab', { name: 'Details' }).boundingBox();
      const first = await suggestions(page).first().boundingBox();
      expect(first?.y).toBeLessThan(details?.y ?? 0);
    });

    it.each(['desktop', 'phone'] as const)(
      'long names neither widen the %s page nor are cut off',
      async (size) => {
        const { seller, open } = world();
        const deal = await seller.deal({ name: `${long} ${long}`.slice(0, 110) });
        const contactId = await seller.create('Contact', {
          AccountId: deal.accountId,
          FirstName: 'Wilhelmine',
          LastName: long,
          Title: `Chief Financial Officer ${long}`.slice(0, 120),
        });
        await seller.create('OpportunityContactRole', { OpportunityId: deal.id, ContactId: contactId });
        const page = await open(deal.path, { size });
        await firstTitle(page);
        await panel(page).getByText('Wilhelmine').first().waitFor();
        expect(await overflow(page)).toBe(0);
      },
    );

    it('the list of opportunities shows 200 of them, more behind them, finds some and opens one', async () => {
      const { stack, open } = world();
      const page = await open('/lightning/page/home');
      await becomeHeadOfSales(page);
      await page.getByRole('link', { name: 'Opportunities', exact: true }).click();
      await page.getByText('200+ items').waitFor();
      expect(await page.getByRole('row').count()).toBe(201);
      await page.getByRole('row').last().scrollIntoViewIfNeeded();
      await page.getByText(/^400\+ items/).waitFor();
      await page.getByRole('searchbox', { name: 'Search this list' }).fill('petersen bau – 118');
      await page.getByText(/^1 item • /).waitFor();
      await page.getByRole('grid').getByRole('link').first().click();
      await page.waitForURL(`${stack.url}/lightning/r/Opportunity/*/view`);
      expect(await firstTitle(page)).not.toBe('');
    });

    it('opportunities and accounts are found by name', async () => {
      const { seller, open } = world();
      const deal = await seller.deal({ name: 'Searchlight frobnicators – 12 units' });
      const page = await open('/');
      await page.getByRole('combobox', { name: /Search/ }).fill('frobni');
      await page.getByRole('option', { name: /Searchlight frobnicators – 12 units Opportunity/ }).click();
      await page.getByRole('heading', { level: 1, name: deal.name }).waitFor();
      expect(page.url()).toContain(deal.id);
    });

    it('a manager sees the deals below them, a rep those of others not', async () => {
      const { seller, open } = world();
      const deal = await seller.deal();
      const page = await open('/');
      await becomeHeadOfSales(page);
      await page.goto(new URL(deal.path, page.url()).href);
      await firstTitle(page);
      await page.getByRole('button', { name: 'View profile' }).click();
      await page.getByRole('button', { name: /^Niamh Doyle/ }).click();
      await page.getByText('it is not shared with you').waitFor();
      expect(await panel(page).count()).toBe(0);
    });
  });

/** Pixels by which the page is wider than the window. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

async function becomeHeadOfSales(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'View profile' }).click();
  await page.getByRole('button', { name: /VP Sales$/ }).click();
  await page.getByRole('button', { name: /CR.*View profile/ }).waitFor();
}
