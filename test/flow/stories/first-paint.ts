import { describe, expect, it } from '@jest/globals';
import type { Locator, Request } from 'playwright-core';
import { z } from 'zod';
import { staged } from '../../../scripts/sample-data/index.ts';
import { firstTitle, isGatewayCall, panel, suggestions } from '../support/panel.ts';
import { said, type World } from '../support/world.ts';

const callSchema = z.object({ operation: z.string() });

/** What a page asks instead of Apex; nothing for other requests. */
const operationOf = (request: Request): string =>
  isGatewayCall(request.url()) ? callSchema.parse(request.postDataJSON()).operation : '';

const bottomOf = async (part: Locator): Promise<number> => {
  const box = await part.boundingBox();
  return box ? box.y + box.height : Infinity;
};

export const describeFirstPaint = (world: () => World): void =>
  describe('opening a deal', () => {
    it('shows three suggestions, each with its reason, after one call of each panel, of which its own takes at most 8 KB', async () => {
      const { stack, open } = world();
      const [deal] = await stack.stagedDeals();
      const page = await open('/');
      const calls: string[] = [];
      page.on('request', (request) => {
        if (isGatewayCall(request.url())) calls.push(operationOf(request));
      });
      const answered = page.waitForResponse((response) => operationOf(response.request()) === 'suggestions');
      await page.goto(`${stack.url}/lightning/r/Opportunity/${deal?.opportunityId ?? ''}/view`);
      await firstTitle(page);

      expect(calls.toSorted()).toEqual(['suggestions', 'touchpoints']);
      const answer: unknown = await (await answered).json();
      expect(Buffer.byteLength(String(answer))).toBeLessThanOrEqual(8 * 1024);
      expect(await suggestions(page).count()).toBe(3);
      for (const because of await suggestions(page).locator('[data-part="because"]').allInnerTexts())
        expect(because).toMatch(/^Because .+\.$/);
    });

    it.each(staged)(
      'shows what to do and what to use without scrolling at 1366 × 768: $title',
      async ({ name }) => {
        const { stack, open } = world();
        const deal = (await stack.stagedDeals()).find((each) => each.name === name);
        const page = await open(`/lightning/r/Opportunity/${deal?.opportunityId ?? ''}/view`);
        await firstTitle(page);
        await page.locator('c-inspire-next-step').getByRole('heading').waitFor();
        expect(await bottomOf(page.locator('c-inspire-next-step'))).toBeLessThanOrEqual(768);
        expect(
          await bottomOf(suggestions(page).first().locator('[data-part="because"]')),
        ).toBeLessThanOrEqual(768);
      },
    );

    it.each(staged)('"$title" is opened from the start page; what it is about comes first', async (deal) => {
      const page = await world().open('/');
      await page.getByRole('link', { name: deal.title }).click();
      await page.getByRole('heading', { level: 1, name: deal.name }).waitFor();
      await firstTitle(page);
      expect(await page.locator('[data-item]').first().getAttribute('data-item')).toBe(deal.promises);
    });

    it('wears another theme at once, and remembers it', async () => {
      const page = await world().open('/');
      await page.getByRole('button', { name: 'View profile' }).click();
      await page.getByRole('button', { name: 'Cosmos dark' }).click();
      await page.locator('html.slds-color-scheme--dark').waitFor();
      await page.reload();
      expect(await page.locator('html.slds-color-scheme--dark').count()).toBe(1);
    });

    it('says on an account what fits its most advanced deal', async () => {
      const { stack, open } = world();
      const [deal] = await stack.stagedDeals();
      const page = await open(`/lightning/r/Account/${deal?.accountId ?? ''}/view`);
      await firstTitle(page);
      const { name = '' } = deal ?? {};
      await panel(page).getByText(said('Notice_From_Opportunity', name)).waitFor();
      expect(await suggestions(page).count()).toBe(3);
    });
  });
