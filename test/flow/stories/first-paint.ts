import { describe, expect, it } from '@jest/globals';
import { staged } from '../../../scripts/sample-data/index.ts';
import { firstTitle, isGatewayCall, nextAnswer, panel, suggestions } from '../support/panel.ts';
import { said, type World } from '../support/world.ts';

export const describeFirstPaint = (world: () => World): void =>
  describe('opening a deal', () => {
    it('shows three suggestions, each with its reason, after one call of the panel that takes at most 8 KB', async () => {
      const { stack, open } = world();
      const [deal] = await stack.stagedDeals();
      const page = await open('/');
      const calls: string[] = [];
      page.on('request', (request) => {
        if (isGatewayCall(request.url())) calls.push(request.url());
      });
      const answered = nextAnswer(page, 'read');
      await page.goto(`${stack.url}/lightning/r/Opportunity/${deal?.opportunityId ?? ''}/view`);
      await firstTitle(page);

      expect(calls).toHaveLength(1);
      const answer: unknown = await (await answered).json();
      expect(Buffer.byteLength(String(answer))).toBeLessThanOrEqual(8 * 1024);
      expect(await suggestions(page).count()).toBe(3);
      for (const because of await suggestions(page).locator('[data-part="because"]').allInnerTexts())
        expect(because).toMatch(/^Because .+\.$/);
    });

    it('shows the first suggestion whole without scrolling at 1366 × 768', async () => {
      const { stack, open } = world();
      const [deal] = await stack.stagedDeals();
      const page = await open(`/lightning/r/Opportunity/${deal?.opportunityId ?? ''}/view`);
      await firstTitle(page);
      const box = await suggestions(page).first().boundingBox();
      expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(768);
    });

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
