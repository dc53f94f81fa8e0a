import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { firstOtherThan, firstTitle, panel, suggestions } from '../support/panel.ts';
import { said, type World } from '../support/world.ts';

export const describeKeyboard = (world: () => World): void =>
  describe('with the keyboard alone', () => {
    it('the main content is one key away', async () => {
      const { seller, open } = world();
      const page = await open((await seller.deal()).path);
      await firstTitle(page);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.locator('main:focus').waitFor();
      expect(await page.locator('main:focus').count()).toBe(1);
    });

    it('a stage is chosen with the arrow keys and marked as current', async () => {
      const { seller, open } = world();
      const deal = await seller.deal({ stage: 'Prospecting' });
      const page = await open(deal.path);
      const before = await firstTitle(page);
      await tabTo(page, 'option');
      await page.keyboard.press('ArrowRight');
      await tabTo(page, 'button', 'Mark as Current Stage');
      await page.keyboard.press('Enter');
      await page.getByText('Stage changed successfully.').waitFor();
      await page.getByRole('option', { name: /Current Stage.*Qualification/ }).waitFor();
      expect(before).not.toBe('');
    });

    it('an item is read, closed, dismissed and brought back', async () => {
      const { seller, open } = world();
      const page = await open((await seller.deal()).path);
      const title = await firstTitle(page);
      await tabTo(page, 'button', title);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await tabTo(page, 'button', said('Dismiss'));
      await page.keyboard.press('Enter');
      await suggestions(page).first().getByRole('radio').first().waitFor();
      await tabTo(page, 'radio');
      await page.keyboard.press('Space');
      await tabTo(page, 'button', said('Dismiss'));
      await page.keyboard.press('Enter');
      await firstOtherThan(page, title);
      await tabTo(page, 'button', said('Undo'));
      await page.keyboard.press('Enter');
      await panel(page).getByText(said('Back_On_List')).waitFor();
      await suggestions(page).getByRole('heading', { name: title }).waitFor();
      expect(await page.getByRole('dialog').count()).toBe(0);
    });
  });

const mostStops = 120;

/** Presses Tab until something with this role (and name) has the focus. */
async function tabTo(page: Page, role: 'button' | 'option' | 'radio', name?: string): Promise<void> {
  const target = page.getByRole(role, name === undefined ? {} : { name, exact: true });
  const focused = target.and(page.locator(':focus'));
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press('Tab');
    if ((await focused.count()) > 0) return;
  }
  throw new Error(`${mostStops} presses of Tab do not reach the ${role} ${name ?? ''}.`);
}
