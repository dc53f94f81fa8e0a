import type { Locator, Page, Response } from 'playwright-core';
import { said } from './world.ts';

/** The panel on a page as its user sees it. */
export const panel = (page: Page): Locator =>
  page.locator('article.slds-card', { has: page.getByRole('heading', { name: said('Suggestions') }) });

/** The suggestions, best first. */
export const suggestions = (page: Page): Locator => panel(page).getByRole('article');

/** Resolves when a list is there. @returns the title of the first suggestion */
export async function firstTitle(page: Page): Promise<string> {
  const heading = suggestions(page).first().getByRole('heading');
  await heading.waitFor();
  return (await heading.innerText()).trim();
}

/** Resolves once the first suggestion is another one than `title`. @returns its text */
export async function firstOtherThan(page: Page, title: string): Promise<string> {
  const first = suggestions(page).first();
  await first.getByRole('heading').filter({ hasNotText: title }).waitFor();
  return first.innerText();
}

/** Calls that the page makes instead of Apex. */
export const isGatewayCall = (url: string): boolean => new URL(url).pathname.startsWith('/preview/apex/');

/** Resolves with the next answer to a call of this mode. */
export const nextAnswer = (page: Page, mode: 'read' | 'write'): Promise<Response> =>
  page.waitForResponse((response) => response.url().endsWith(`/preview/apex/InspireGateway/${mode}`));
