import { describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { sizes } from '../../../scripts/preview/chromium/visit.ts';
import { violations } from '../support/axe.ts';
import { said, type World } from '../support/world.ts';

const plan = (page: Page): Locator => page.locator('c-inspire-account-plan');

const button = (page: Page, label: string): Locator =>
  plan(page).getByRole('button', { name: said(label), exact: true });

/** The account of a new deal, its plan read. */
const openAccount = async ({ seller, open }: World, look: Parameters<World['open']>[1] = {}) => {
  const { accountId, name } = await seller.deal();
  const page = await open(`/lightning/r/Account/${accountId}/view`, look);
  await plan(page).getByText(said('Plan_Dates')).waitFor();
  return { accountId, accountName: `${name} GmbH`, page };
};

export const describeAccountPlan = (world: () => World): void =>
  describe('the account plan stands on the account', () => {
    it('the end of a competitor’s term is filled in by the rep, and stands there at once', async () => {
      const { seller } = world();
      const { accountId, page } = await openAccount(world());
      await plan(page)
        .getByRole('button', { name: new RegExp(`^${said('Plan_Fill')}`) })
        .click();
      await plan(page).locator('input').fill('Dec 30, 2031');
      await page.keyboard.press('Tab');
      await button(page, 'Plan_Save').click();
      await plan(page).getByText(said('Plan_Term_Saved')).waitFor();
      await plan(page)
        .getByText(/^Dec 30, 2031 · in \d years$/)
        .waitFor();
      expect(
        await seller.query(
          `SELECT Inspire_Competitor_Term_End__c, LastModifiedById FROM Account WHERE Id = '${accountId}'`,
        ),
      ).toEqual([
        expect.objectContaining({
          Inspire_Competitor_Term_End__c: '2031-12-30',
          LastModifiedById: seller.userId,
        }),
      ]);
    });

    it('objectives are written in place', async () => {
      const { page } = await openAccount(world());
      await button(page, 'Plan_Objectives_Edit').click();
      await plan(page).getByRole('textbox').fill('Depots without paper.\nTwo more regions.');
      await button(page, 'Plan_Save').click();
      await plan(page).getByText('Two more regions.', { exact: true }).waitFor();
      await plan(page).getByText(said('Plan_Objectives_Saved')).waitFor();
      await page.reload();
      const first = plan(page).locator('[data-part="paragraph"]').first();
      expect(await first.innerText()).toBe('Depots without paper.');
    });

    it('an upgrade is opened once, as the rep, and is a click away', async () => {
      const { seller } = world();
      const { accountId, accountName, page } = await openAccount(world());
      const name = said('Plan_Upgrade_Name', accountName);
      await button(page, 'Plan_Upgrade').click();
      await plan(page).getByLabel(said('Anchor_Close_Date')).fill('Dec 30, 2031');
      await page.keyboard.press('Tab');
      await button(page, 'Plan_Upgrade_Create').dblclick();
      const link = plan(page).getByRole('link', { name: said('Plan_Upgrade_Open') });
      await link.waitFor();
      expect(
        await seller.query(
          `SELECT Name, Type, StageName, OwnerId FROM Opportunity WHERE AccountId = '${accountId}' AND Type <> null`,
        ),
      ).toEqual([
        expect.objectContaining({
          ...{ Name: name, StageName: 'Prospecting', OwnerId: seller.userId },
          Type: 'Existing Customer - Upgrade',
        }),
      ]);
      await link.click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
    });

    it.each(sizes)('axe finds nothing in the panel and its forms at %s size', async (size) => {
      const { page } = await openAccount(world(), { size });
      for (const label of ['Plan_Objectives_Edit', 'Plan_Upgrade']) await button(page, label).click();
      await plan(page)
        .getByRole('button', { name: new RegExp(`^${said('Plan_Fill')}`) })
        .click();
      expect(await violations(page)).toEqual([]);
    });
  });
