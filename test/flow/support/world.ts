import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from '../../../scripts/preview/chromium/launch.ts';
import { openProfile, type Size, sizes, visit } from '../../../scripts/preview/chromium/visit.ts';
import type { Theme } from '../../../scripts/preview/server/page.ts';
import { readComponentMetadata } from '../../../scripts/preview/build/metadata.ts';
import { startStack, type Stack } from '../../../scripts/stack/index.ts';
import { makeRunFolder, removeRunFolder } from '../../support/run-folder.ts';
import { createSeller, type Seller } from './seller.ts';

/** Project root. */
export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

export type Look = { size?: Size; theme?: Theme };

/** The whole path: databases, local org, service, pages, and a real browser in front of them. */
export type World = {
  readonly stack: Stack;
  readonly stateDirectory: string;
  readonly buildDirectory: string;
  /** The rep whose deals are staged; every visitor is them. */
  readonly seller: Seller;
  /** Opens a page of the org; it is closed after the test. */
  open: (path: string, look?: Look) => Promise<Page>;
  /** What the page in the browser found wrong by itself: uncaught errors, and what its security policy blocked. */
  readonly complaints: string[];
  closePages: () => Promise<void>;
  close: () => Promise<void>;
};

/** Custom labels by name: what the panel says. */
export const labels = readComponentMetadata(root).labels;

/** The text of a label; `{0}` replaced by `values`. */
export function said(name: string, ...values: string[]): string {
  const text = labels.get(`Inspire_${name}`);
  if (text === undefined) throw new Error(`There is no label Inspire_${name}.`);
  return text.replace(/\{(\d)\}/g, (_match, index: string) => values[Number(index)] ?? '');
}

export async function openWorld(): Promise<World> {
  const stateDirectory = makeRunFolder();
  const buildDirectory = join(root, '.state');
  const starting = startStack({
    root,
    stateDirectory,
    buildDirectory,
    ports: { pages: 0, service: 0, metrics: 0 },
    settings: { USER_REQUESTS_PER_MINUTE: '10000', LOG_LEVEL: 'warn' },
    durable: false,
    progress: () => undefined,
  });
  const [stack, browser] = await Promise.all([starting, launchChromium(buildDirectory)]);
  const profiles = await openProfiles(browser);
  const complaints: string[] = [];
  return {
    stack,
    stateDirectory,
    buildDirectory,
    complaints,
    seller: await createSeller(stack),
    open: (path, { size = 'desktop', theme = 'slds1' } = {}) =>
      open(profiles[size], stack.url + path, theme, complaints),
    closePages: async () => {
      for (const profile of Object.values(profiles)) {
        await profile.setOffline(false);
        await Promise.all(profile.pages().map((page) => page.close()));
      }
    },
    close: async () => {
      await browser.close();
      await stack.stop();
      await removeRunFolder(stateDirectory);
    },
  };
}

async function openProfiles(browser: Browser): Promise<Record<Size, BrowserContext>> {
  const [desktop, phone] = await Promise.all(sizes.map((size) => openProfile(browser, size)));
  if (!desktop || !phone) throw new Error('A browser profile is missing.');
  return { desktop, phone };
}

async function open(profile: BrowserContext, url: string, theme: Theme, complaints: string[]): Promise<Page> {
  const page = await visit(profile, url, theme, (opened) => {
    opened.on('pageerror', (error) => complaints.push(String(error)));
    opened.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) complaints.push(message.text());
    });
  });
  page.setDefaultTimeout(20_000);
  return page;
}
