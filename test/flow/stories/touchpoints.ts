import { describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { sizes } from '../../../scripts/preview/chromium/visit.ts';
import { violations } from '../support/axe.ts';
import { said, type World } from '../support/world.ts';

const tile = (page: Page): Locator => page.locator('c-inspire-next-step');
const nameOf = (page: Page): Locator => tile(page).getByRole('heading');
const timeline = (page: Page): Locator => page.getByText(said('Timeline'), { exact: true });

/** The staged deal whose sponsor was never thanked: its next step is due on the next working day. */
const openWon = async ({ stack, open }: World, look: Parameters<World['open']>[1] = {}) => {
  const deal = (await stack.stagedDeals()).at(-1);
  const id = deal?.opportunityId ?? '';
  const page = await open(`/lightning/r/Opportunity/${id}/view`, look);
  await nameOf(page).waitFor();
  return { id, page };
};

export const describeTouchpoints = (world: () => World): void =>
  describe('what to do next stands on the record', () => {
    it('done is done once, by whoever did it, and shows what comes after', async () => {
      const { seller } = world();
      const { id, page } = await openWon(world());
      const name = await nameOf(page).innerText();
      await tile(page)
        .getByRole('button', { name: said('Touch_Done'), exact: true })
        .dblclick();
      await nameOf(page).filter({ hasNotText: name }).waitFor();
      const tasks = await seller.query(
        `SELECT Status, LastModifiedById FROM Task WHERE WhatId = '${id}' AND Inspire_Key__c <> null AND IsClosed = true`,
      );
      expect(tasks).toEqual([
        expect.objectContaining({ Status: 'Completed', LastModifiedById: seller.userId }),
      ]);
    });

    it.each(sizes)('axe finds nothing in tile, timeline and form at %s size', async (size) => {
      const { page } = await openWon(world(), { size });
      await timeline(page).click();
      await tile(page)
        .getByRole('button', { name: said('Touch_Move'), exact: true })
        .click();
      expect(await violations(page)).toEqual([]);
    });

    it('moving shows what else moves before anything is moved', async () => {
      const { page } = await openWon(world());
      const before = await tile(page).locator('[data-part="meta"]').innerText();
      await tile(page)
        .getByRole('button', { name: said('Touch_Move'), exact: true })
        .click();
      await tile(page).locator('input').first().fill('Dec 30, 2027');
      await page.keyboard.press('Tab');
      await tile(page).locator('c-inspire-act-form').getByText('2027').first().waitFor();
      expect(await tile(page).locator('[data-part="meta"]').innerText()).toBe(before);
    });

    it('the home page lists what the rep has to do, and leads to the record', async () => {
      const { open } = world();
      const page = await open('/');
      const list = page.locator('c-inspire-today');
      await list.getByRole('link').first().click();
      await nameOf(page).waitFor();
      expect(page.url()).toContain('/lightning/r/Opportunity/');
    });
  });
