import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { startStack, type Stack } from '../stack/index.ts';
import { launchChromium } from './chromium/launch.ts';
import { openProfile, sizes, visit } from './chromium/visit.ts';
import { themes } from './server/page.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const state = join(root, '.state');

const { values } = parseArgs({ options: { out: { type: 'string', default: join(state, 'screenshots') } } });

/** The pages by name, and the tab to open on them. */
async function pagesOf({ stagedDeals, org }: Stack): Promise<{ name: string; path: string; tab?: string }[]> {
  const [deal] = await stagedDeals();
  if (!deal) throw new Error('The sample data hold no staged deal.');
  const access = await org.records.systemAccessOf(org.adminId);
  const soql = `SELECT AccountId FROM Opportunity WHERE Id = '${deal.opportunityId}'`;
  const { records } = await org.records.query(access, soql);
  const opportunity = `/lightning/r/Opportunity/${deal.opportunityId}/view`;
  return [
    { name: 'start', path: '/' },
    { name: 'opportunity', path: opportunity },
    { name: 'opportunity-related', path: opportunity, tab: 'Related' },
    { name: 'account', path: `/lightning/r/Account/${String(records[0]?.['AccountId'])}/view` },
    { name: 'opportunities', path: '/lightning/o/Opportunity/list' },
  ];
}

/** Every page in every size and theme, as `opportunity.phone.slds2.png`. */
async function photograph(stack: Stack, browser: Browser): Promise<void> {
  mkdirSync(values.out, { recursive: true });
  const pages = await pagesOf(stack);
  for (const size of sizes) {
    const profile = await openProfile(browser, size);
    for (const theme of themes)
      for (const { name, path, tab } of pages) {
        const page = await visit(profile, stack.url + path, theme);
        if (tab !== undefined) await page.getByRole('tab', { name: tab }).click();
        await page.waitForLoadState('networkidle');
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
