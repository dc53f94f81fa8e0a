import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { type Theme, themes } from '../../../scripts/preview/server/page.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page as it is now, in each theme, in a form that a person can act on. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found: string[] = [];
  for (const theme of themes) {
    await page.evaluate(wearing(theme));
    found.push(...(await findings(page, theme)));
  }
  return found;
}

/** The same of a page that follows the machine's colour scheme. */
export async function violationsInSchemes(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await findings(page, colorScheme)));
  }
  return found;
}

async function findings(page: Page, look: string): Promise<string[]> {
  const results = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${look}: ${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  );
}

/**
 * Script that changes the look as the profile does, without a click: a dialog that is open stays open. Resolves when the
 * style sheet is there and no colour is on its way from one theme to the other any more. What passes is brought to its end
 * and not waited for: in a part that is folded away it would never get there.
 */
const wearing = (theme: Theme): string => `(async () => {
  const { looks } = JSON.parse(document.getElementById('session').textContent);
  const { styleSheet, className } = looks.find((look) => look.theme === ${JSON.stringify(theme)});
  const link = document.getElementById('look');
  if (link.getAttribute('href') !== styleSheet) {
    const loaded = new Promise((resolve) => link.addEventListener('load', resolve, { once: true }));
    link.setAttribute('href', styleSheet);
    await loaded;
  }
  document.documentElement.className = className;
  await new Promise(requestAnimationFrame);
  const passing = () => document.getAnimations().filter(
    (one) => one.playState === 'running' && one.effect.getComputedTiming().endTime !== Infinity,
  );
  for (let some = passing(); some.length > 0; some = passing()) for (const one of some) one.finish();
})()`;
