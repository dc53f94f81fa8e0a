import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { startStack, type Stack } from '../stack/index.ts';
import { launchChromium } from './chromium/launch.ts';
import { openProfile, sizes, visit } from './chromium/visit.ts';
import { themes } from './server/page.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const state = join(root, '.state');

const { values } = parseArgs({ options: { out: { type: 'string', default: join(state, 'screenshots') } } });

/** A page by name, the tab to open on it, and what is there once it is complete (a CSS selector). */
type Pictured = { name: string; path: string; tab?: string; complete: string };

async function pagesOf({ stagedDeals, org }: Stack): Promise<Pictured[]> {
  const [deal] = await stagedDeals();
  if (!deal) throw new Error('The sample data hold no staged deal.');
  const access = await org.records.systemAccessOf(org.adminId);
  const soql = `SELECT AccountId FROM Opportunity WHERE Id = '${deal.opportunityId}'`;
  const { records } = await org.records.query(access, soql);
  const opportunity = `/lightning/r/Opportunity/${deal.opportunityId}/view`;
  const account = `/lightning/r/Account/${String(records[0]?.['AccountId'])}/view`;
  const suggestion = 'c-inspire-suggestion-tile h3';
  return [
    { name: 'start', path: '/', complete: 'page-home li h3' },
    { name: 'opportunity', path: opportunity, complete: suggestion },
    { name: 'opportunity-related', path: opportunity, tab: 'Related', complete: suggestion },
    { name: 'account', path: account, complete: suggestion },
    {
      name: 'opportunities',
      path: '/lightning/o/Opportunity/list',
      complete: 'page-list-view a[href*="/r/"]',
    },
  ];
}

/** Resolves when the page has what makes it complete, and nothing on it waits for data or pictures any more. */
async function completed(page: Page, complete: string): Promise<void> {
  await page.locator(complete).first().waitFor();
  // The first of them is gone when none is left.
  await page.locator('lightning-spinner, c-inspire-loading').first().waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle');
}

/** Every page in every size and theme, as `opportunity.phone.slds2.png`. */
async function photograph(stack: Stack, browser: Browser): Promise<void> {
  mkdirSync(values.out, { recursive: true });
  const pages = await pagesOf(stack);
  for (const size of sizes) {
    const profile = await openProfile(browser, size);
    for (const theme of themes)
      for (const { name, path, tab, complete } of pages) {
        const page = await visit(profile, stack.url + path, theme);
        if (tab !== undefined) await page.getByRole('tab', { name: tab }).click();
        await completed(page, complete);
        const file = `${name}.${size}.${theme}.png`;
        await page.screenshot({ path: join(values.out, file) });
        await page.close();
        console.log(file);
      }
  }
}

const stack = await startStack({
  root,
  stateDirectory: join(state, 'screenshots-stack'),
  buildDirectory: state,
  ports: { pages: 0, service: 0, metrics: 0 },
  progress: () => undefined,
});
try {
  const browser = await launchChromium(state);
  await photograph(stack, browser).finally(() => browser.close());
} finally {
  await stack.stop();
}
