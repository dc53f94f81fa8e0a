import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { enqueueWrites } from '../../../server/salesforce/outbox/index.ts';
import { sizes } from '../../../scripts/preview/chromium/visit.ts';
import { openAsAdmin } from '../support/admin.ts';
import { violations } from '../support/axe.ts';
import { isGatewayCall } from '../support/panel.ts';
import { said, type World } from '../support/world.ts';

const tab = 'Be Inspired Set-up';

const section = (page: Page, title: string): Locator =>
  page.locator('article.slds-card', { has: page.getByRole('heading', { name: said(title), exact: true }) });

const rowOf = (page: Page, sobject: string): Locator =>
  section(page, 'Sync_Title')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: sobject, exact: true }) });

/** Resolves once the first load is complete: the page follows it by itself. */
const inStep = (page: Page): Promise<void> =>
  rowOf(page, 'Holiday').getByText(said('Sync_Live'), { exact: true }).waitFor();

/** A task about a deal that is deleted before it can be written. */
const refusedTask = async ({ stack: { store, org }, seller }: World): Promise<string> => {
  const deal = await seller.deal();
  await org.records.remove(await org.records.accessOf(seller.userId), 'Opportunity', [deal.id]);
  const fields = { OwnerId: seller.userId, Subject: 'Call', Status: 'Not Started', ActivityDate: null };
  await store.inTenant(org.orgId, (tenant) =>
    enqueueWrites(tenant, org.orgId, [
      { sobject: 'Task', key: `${randomUUID()}:Task`, fields: { ...fields, WhatId: deal.id } },
    ]),
  );
  return deal.name;
};

/** Parked writes are read when somebody asks: asks until there is one. */
const parked = async (page: Page): Promise<Locator> => {
  const writes = section(page, 'Parked_Title');
  const retry = writes.getByRole('button', { name: said('Parked_Retry'), exact: false }).first();
  while (!(await retry.isVisible())) {
    const answer = page.waitForResponse((response) => isGatewayCall(response.url()));
    await writes.getByRole('button', { name: said('Refresh') }).click();
    await answer;
  }
  return writes;
};

export const describeSetup = (world: () => World): void =>
  describe('the page for admins', () => {
    it('is reached from the app’s navigation by admins alone', async () => {
      const page = await world().open('/');
      await page.getByRole('link', { name: 'Accounts', exact: true }).waitFor();
      expect(await page.getByRole('link', { name: tab }).count()).toBe(0);
      await page.goto(`${world().stack.url}/lightning/n/Inspire_Setup`);
      await section(page, 'Sync_Title').getByRole('alert').waitFor();
    });

    it.each(sizes)('follows the first load to its end, and axe finds nothing at %s size', async (size) => {
      const page = await openAsAdmin(world(), { size });
      await page.getByRole('link', { name: tab }).click();
      await inStep(page);
      await section(page, 'Check_Title')
        .getByText(/^All right \(\d+\)$/)
        .click();
      expect(await section(page, 'Check_Title').innerText()).toContain('integration@local.example');
      await rowOf(page, 'Opportunity').getByRole('cell', { name: /\d{3}/ }).first().waitFor();
      expect(await violations(page)).toEqual([]);
      expect(
        await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      ).toBe(0);
    });

    it('shows what Salesforce refused, and tries it again', async () => {
      const page = await openAsAdmin(world());
      await page.getByRole('link', { name: tab }).click();
      await refusedTask(world());
      const writes = await parked(page);
      expect(await violations(page)).toEqual([]);
      await writes.getByRole('button', { name: said('Parked_Retry_All') }).click();
      await writes.getByText(said('Parked_Retried', '1')).waitFor();
    });
  });

/** For a service that was stopped. */
export const describeSetupOutage = (world: () => World): void =>
  it('the page for admins says what to do while the service is away, and axe finds nothing', async () => {
    const page = await openAsAdmin(world());
    await page.getByRole('link', { name: tab }).click();
    await section(page, 'Sync_Title')
      .getByRole('button', { name: said('Try_Again') })
      .waitFor();
    await section(page, 'Check_Title').getByRole('alert').waitFor();
    expect(await violations(page)).toEqual([]);
  });
