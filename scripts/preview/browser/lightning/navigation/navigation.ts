import type { LightningElement } from 'lwc';
import { z } from 'zod/mini';
import { goTo, listPath, recordPath } from '../../org/navigate.ts';

const texts = z.record(z.string(), z.string());
const pageReference = z.object({ type: z.string(), attributes: texts, state: z.optional(texts) });

export type PageReference = z.infer<typeof pageReference>;

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

export const quickActionEvent = 'page:quickaction';

/** Asks the app around the page to start a quick action. */
export const startQuickAction = (page: PageReference): boolean =>
  dispatchEvent(new CustomEvent(quickActionEvent, { detail: page }));

/** The quick action that an event asks for. */
export const quickActionOf = (event: Event): PageReference | undefined =>
  event instanceof CustomEvent ? pageReference.safeParse(event.detail).data : undefined;

/** Gives a component `this[NavigationMixin.Navigate](page)` and `this[NavigationMixin.GenerateUrl](page)`. */
export const NavigationMixin = Object.assign(
  (base: typeof LightningElement) =>
    class extends base {
      [Navigate](page: PageReference, replace = false): void {
        if (page.type === 'standard__quickAction') {
          startQuickAction(page);
        } else if (page.type === 'standard__webPage') {
          openWebPage(urlOf(page));
        } else {
          goTo(urlOf(page), replace);
        }
      }
      [GenerateUrl](page: PageReference): Promise<string> {
        return Promise.resolve(urlOf(page));
      }
    },
  { Navigate, GenerateUrl },
);

/** Mail goes to whatever handles mail; everything else opens beside this page. */
function openWebPage(url: string): void {
  if (url.startsWith('mailto:')) location.assign(url);
  else open(url, '_blank', 'noopener');
}

function urlOf({ type, attributes }: PageReference): string {
  switch (type) {
    case 'standard__recordPage':
      return recordPath(attributes['objectApiName'] ?? '', attributes['recordId'] ?? '');
    case 'standard__objectPage':
      return listPath(attributes['objectApiName'] ?? '');
    case 'standard__webPage':
      return attributes['url'] ?? '';
    case 'standard__namedPage':
      return '/lightning/page/home';
    default:
      throw new Error(
        `The pages have no "${type}". Known: record, object, web and named pages, quick actions.`,
      );
  }
}
