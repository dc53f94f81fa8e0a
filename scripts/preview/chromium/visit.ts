import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Theme } from '../server/page.ts';

export const sizes = ['desktop', 'phone'] as const;

export type Size = (typeof sizes)[number];

const viewports = {
  desktop: { viewport: { width: 1366, height: 768 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const;

/** A browser profile with a screen of this size; its pages share what the browser has loaded once. */
export const openProfile = (browser: Browser, size: Size): Promise<BrowserContext> =>
  browser.newContext({ ...viewports[size], locale: 'en-US', timezoneId: 'Europe/Berlin' });

/**
 * Opens an address as a new visitor in this theme: nobody is logged in.
 *
 * @param prepare is called with the page before it goes anywhere
 */
export async function visit(
  profile: BrowserContext,
  url: string,
  theme: Theme,
  prepare: (page: Page) => void = () => undefined,
): Promise<Page> {
  await profile.clearCookies();
  await profile.addCookies([{ name: 'theme', value: theme, url: new URL(url).origin }]);
  const page = await profile.newPage();
  prepare(page);
  await page.goto(url);
  return page;
}
