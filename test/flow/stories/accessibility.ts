import { describe, expect, it } from '@jest/globals';
import { sizes } from '../../../scripts/preview/chromium/visit.ts';
import { violations, violationsInSchemes } from '../support/axe.ts';
import { firstTitle, panel, suggestions } from '../support/panel.ts';
import { said, type World } from '../support/world.ts';

export const describeAccessibility = (world: () => World): void =>
  describe('axe finds nothing in any theme', () => {
    it.each(sizes)('on the start page, record pages and lists at %s size', async (size) => {
      const { stack, open } = world();
      const [deal] = await stack.stagedDeals();
      const page = await open('/', { size });
      await page.getByRole('link', { name: deal?.title ?? '' }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.goto(`${stack.url}/lightning/r/Opportunity/${deal?.opportunityId ?? ''}/view`);
      await firstTitle(page);
      await page.getByText('Upcoming & Overdue').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('tab', { name: 'Related' }).click();
      await page.locator('page-related-list').getByText('Helena Brandt').first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.goto(`${stack.url}/lightning/r/Account/${deal?.accountId ?? ''}/view`);
      await firstTitle(page);
      expect(await violations(page)).toEqual([]);
      await page.goto(`${stack.url}/lightning/o/Opportunity/list`);
      await page.getByRole('link', { name: deal?.name ?? '' }).waitFor();
      expect(await violations(page)).toEqual([]);
    });

    it.each(sizes)('on the pages of the service at %s size, light and dark', async (size) => {
      const { stack, open } = world();
      const page = await open('/', { size });
      for (const path of ['/reference', '/errors']) {
        await page.goto(stack.serviceUrl + path);
        expect(await violationsInSchemes(page)).toEqual([]);
      }
    });

    it('in the profile and the form for dismissing', async () => {
      const { seller, open } = world();
      const page = await open((await seller.deal()).path);
      await firstTitle(page);
      await page.getByRole('button', { name: 'View profile' }).click();
      await suggestions(page)
        .first()
        .getByRole('button', { name: said('Dismiss') })
        .click();
      expect(await violations(page)).toEqual([]);
    });

    it('in the composer and while fields are edited', async () => {
      const { seller, open } = world();
      const page = await open((await seller.deal()).path);
      await firstTitle(page);
      await page.getByRole('button', { name: 'Email', exact: true }).click();
      await page.getByRole('button', { name: 'Edit Amount' }).click();
      expect(await violations(page)).toEqual([]);
    });

    it('in a dialog and while an item is read', async () => {
      const { seller, open } = world();
      const page = await open((await seller.deal()).path);
      await firstTitle(page);
      await page.getByRole('tab', { name: 'Related' }).click();
      await page.getByRole('button', { name: 'Add Contact Roles' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Nothing found').waitFor();
      expect(await violations(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Cancel', exact: true }).press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await panel(page)
        .getByRole('button', { name: said('Open') })
        .first()
        .click();
      await dialog.getByRole('heading').first().waitFor();
      expect(await violations(page)).toEqual([]);
    });
  });
