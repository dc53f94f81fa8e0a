import type { Browser, Page } from 'playwright-core';
import type { Theme } from '../server/page.ts';

export const sizes = ['desktop', 'phone'] as const;

export type Size = (typeof sizes)[number];

const viewports = {
  desktop: { viewport: { width: 1366, height: 768 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const;

/** Opens an address in a browser profile of its own; close it with `page.context().close()`. */
export async function visit(browser: Browser, url: string, look: { size: Size; theme: Theme }): Promise<Page> {
  const context = await browser.newContext({ ...viewports[look.size], locale: 'en-US', timezoneId: 'Europe/Berlin' });
  await context.addCookies([{ name: 'theme', value: look.theme, url: new URL(url).origin }]);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}
