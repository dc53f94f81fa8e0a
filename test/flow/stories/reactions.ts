import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { firstOtherThan, firstTitle, nextAnswer, panel, suggestions } from '../support/panel.ts';
import { said, type World } from '../support/world.ts';

const tasks = (dealId: string): string =>
  `SELECT Subject, Status, OwnerId, Inspire_Key__c FROM Task WHERE WhatId = '${dealId}' AND Subject LIKE 'Shared:%'`;

export const describeReactions = (world: () => World): void =>
  describe('what a rep does with a suggestion', () => {
    it('a dismissed item steps aside until its date, and comes back when that is undone', async () => {
      const { seller, open } = world();
      const page = await open((await seller.deal()).path);
      const title = await firstTitle(page);
      const first = suggestions(page).first();
      await first.getByRole('button', { name: said('Dismiss') }).click();
      await first.getByText(said('Wrong_Moment')).click();
      await first.getByLabel(said('Show_Again')).fill('Dec 24, 2030');
      await first.getByLabel(said('Show_Again')).press('Tab');
      await first
        .getByRole('button', { name: said('Dismiss'), exact: true })
        .last()
        .click();

      const done = panel(page).locator('[data-part="done"]');
      await done.getByText(/Gone until .*24/).waitFor();
      await firstOtherThan(page, title);
      await done.getByRole('button', { name: said('Undo') }).click();
      await panel(page).getByText(said('Back_On_List')).waitFor();
      await suggestions(page).getByRole('heading', { name: title }).waitFor();
      expect(
        await panel(page)
          .getByText(/Gone until/)
          .count(),
      ).toBe(0);
    });

    it('a share that was cancelled records nothing; one that was confirmed writes one completed task', async () => {
      const { seller, open } = world();
      const deal = await seller.deal();
      const page = await open(deal.path);
      await firstTitle(page);
      await openComposer(page);
      await page.getByRole('dialog', { name: 'Email' }).getByRole('button', { name: 'Cancel' }).click();
      await shareable(page)
        .getByRole('button', { name: said('No'), exact: true })
        .click();
      expect(await seller.query(tasks(deal.id))).toEqual([]);

      await openComposer(page);
      const composer = page.getByRole('dialog', { name: 'Email' });
      expect(await composer.getByLabel('Subject').inputValue()).not.toBe('');
      await composer.getByLabel('To').fill('helena.brandt@customer.example');
      await composer.getByRole('button', { name: 'Send' }).click();
      await page.getByText('Email sent.').waitFor();
      const recorded = nextAnswer(page, 'write');
      await shareable(page)
        .getByRole('button', { name: said('Yes') })
        .click();
      expect((await recorded).status()).toBe(200);
      await panel(page).getByText(said('Noted')).waitFor();
      expect(await seller.query(tasks(deal.id))).toEqual([
        expect.objectContaining({
          Status: 'Completed',
          OwnerId: seller.userId,
          Inspire_Key__c: expect.stringMatching(/:Task$/),
        }),
      ]);
      await page.getByRole('heading', { name: /^Shared: / }).waitFor();
    });

    it('what was used steps aside', async () => {
      const { seller, open } = world();
      const page = await open((await seller.deal()).path);
      const title = await firstTitle(page);
      await suggestions(page)
        .first()
        .getByRole('button', { name: said('Use') })
        .click();
      await firstOtherThan(page, title);
      await panel(page).getByText(said('Set_Aside', '1')).click();
      await panel(page).getByRole('button', { name: title, exact: true }).waitFor();
      expect(await suggestions(page).getByRole('heading', { name: title }).count()).toBe(0);
    });
  });

const shareable = (page: Page) =>
  suggestions(page)
    .filter({ has: page.getByRole('button', { name: said('Share') }) })
    .first();

async function openComposer(page: Page): Promise<void> {
  await shareable(page)
    .getByRole('button', { name: said('Share') })
    .click();
  await page.getByRole('menuitem', { name: said('Email') }).click();
  await page.getByRole('dialog', { name: 'Email' }).waitFor();
}
