import { describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { firstOtherThan, firstTitle, nextAnswer, panel } from '../support/panel.ts';
import { said, type World } from '../support/world.ts';

export const describeChanges = (world: () => World): void =>
  describe('what changes the list', () => {
    it('a CFO added in negotiation brings another first item that names the CFO, without a reload', async () => {
      const { seller, open } = world();
      const deal = await seller.deal();
      const page = await open(deal.path);
      const before = await firstTitle(page);
      await markAsLoaded(page);
      await addContactRole(page, { first: 'Helena', last: 'Brandt', title: 'CFO' });

      const after = await firstOtherThan(page, before);
      expect(after).toMatch(/Because Helena is CFO and you are in Negotiation\/Review\./);
      expect(await isStillLoaded(page)).toBe(true);
    });

    it('a click on the stage path writes the stage and brings another list', async () => {
      const { seller, open } = world();
      const deal = await seller.deal({ stage: 'Prospecting' });
      const page = await open(deal.path);
      const before = await firstTitle(page);
      await page.getByRole('option', { name: 'Negotiation/Review' }).click();
      await page.getByRole('button', { name: 'Mark as Current Stage' }).click();
      await page.getByText('Stage changed successfully.').waitFor();

      await firstOtherThan(page, before);
      const [stored] = await seller.query(`SELECT StageName FROM Opportunity WHERE Id = '${deal.id}'`);
      expect(stored).toMatchObject({ StageName: 'Negotiation/Review' });
      await page.getByRole('tab', { name: 'Related' }).click();
      await page.getByRole('table', { name: 'Stage History' }).getByText('Prospecting').waitFor();
    });

    it.each([
      { label: 'Amount', field: 'Amount', value: '912000' },
      { label: 'Close Date', field: 'CloseDate', value: 'Dec 31, 2031' },
    ])('$label edited in the details asks the service again', async ({ label, field, value }) => {
      const { seller, open } = world();
      const page = await open((await seller.deal()).path);
      await firstTitle(page);
      await page.getByRole('button', { name: `Edit ${label}`, exact: true }).click();
      const input = page.locator(`page-field-input[data-field="${field}"] input`);
      await input.fill(value);
      await input.press('Tab');
      const answered = nextAnswer(page, 'read');
      await page.getByRole('button', { name: 'Save' }).click();
      expect((await answered).status()).toBe(200);
    });

    it('a competitor and a product reach the facts on the strip', async () => {
      const { seller, open } = world();
      const page = await open((await seller.deal()).path);
      await firstTitle(page);
      await page.getByRole('tab', { name: 'Related' }).click();
      await page.getByRole('button', { name: 'New', exact: true }).click();
      await page.getByRole('dialog').getByLabel('Competitor Name').fill('Ruteva');
      await press(page, page.getByRole('dialog').getByRole('button', { name: 'Save' }));
      await panel(page)
        .getByText(said('Named', said('Fact_Competitor'), 'Ruteva'))
        .waitFor();
      await page.getByRole('button', { name: 'Add Products' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.locator('label.slds-checkbox__label').first().click();
      await dialog.getByRole('button', { name: 'Next' }).click();
      await press(page, dialog.getByRole('button', { name: 'Save' }));
      await panel(page)
        .getByText(new RegExp(`^${said('Fact_Product')}: `))
        .waitFor();
      await dialog.waitFor({ state: 'detached' });
      expect(await page.getByRole('table', { name: 'Products' }).getByRole('row').count()).toBe(2);
    });

    it('an unknown fact is filled in from the panel and written to the record as the rep', async () => {
      const { seller, open } = world();
      const deal = await seller.deal({ stage: 'Prospecting' });
      const page = await open(deal.path);
      await firstTitle(page);
      await panel(page)
        .getByRole('button', { name: said('Fact_Blank', said('Fact_Challenge')) })
        .click();
      const options = panel(page).getByLabel(said('Ask_Challenge'));
      await choose(page, options, 'Cost');
      await panel(page)
        .getByText(said('Named', said('Fact_Challenge'), 'Cost'))
        .waitFor();

      const [stored] = await seller.query(
        `SELECT Inspire_Challenge__c, LastModifiedById FROM Opportunity WHERE Id = '${deal.id}'`,
      );
      expect(stored).toMatchObject({ Inspire_Challenge__c: 'Cost', LastModifiedById: seller.userId });
      await page.getByRole('tabpanel', { name: 'Details' }).getByText('Cost').waitFor();
    });
  });

/** A few options are buttons in a group, many are a combobox. */
async function choose(page: Page, options: ReturnType<Page['getByLabel']>, name: string): Promise<void> {
  const button = options.getByRole('button', { name, exact: true });
  const combobox = page.getByRole('combobox', { name: said('Ask_Challenge') });
  await button.or(combobox).first().waitFor();
  if (await button.count()) await button.click();
  else {
    await combobox.click();
    await page.getByRole('option', { name, exact: true }).click();
  }
}

const markAsLoaded = (page: Page) => page.evaluate("document.documentElement.dataset.kept = 'yes'");
const isStillLoaded = (page: Page) =>
  page.evaluate<boolean>("document.documentElement.dataset.kept === 'yes'");

/** As a rep does it: "Add Contact Roles", a contact who is not there yet, no role. */
export async function addContactRole(
  page: Page,
  contact: { first: string; last: string; title: string },
): Promise<void> {
  await page.getByRole('tab', { name: 'Related' }).click();
  await page.getByRole('button', { name: 'Add Contact Roles' }).click();
  await page.getByRole('button', { name: 'New Contact' }).click();
  const form = page.getByRole('dialog').last();
  await form.getByLabel('First Name').fill(contact.first);
  await form.getByLabel('Last Name').fill(contact.last);
  await form.getByLabel('Title').fill(contact.title);
  await form.getByRole('button', { name: 'Save' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('1 selected').waitFor();
  await dialog.getByRole('button', { name: 'Next' }).click();
  await press(page, dialog.getByRole('button', { name: 'Save' }));
  await dialog.waitFor({ state: 'detached' });
}

/** A button of a dialog that covers the panel, without the mouse: under the cursor the panel would keep its list. */
async function press(page: Page, button: Locator): Promise<void> {
  await page.mouse.move(0, 0);
  await button.press('Enter');
}
