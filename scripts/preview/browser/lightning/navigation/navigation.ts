import type { LightningElement } from 'lwc';
import { goTo, listPath, recordPath } from '../../org/navigate.ts';

export type PageReference = {
  type: string;
  attributes: Readonly<Record<string, string>>;
  state?: Readonly<Record<string, string>>;
};

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

export const quickActionEvent = 'page:quickaction';

/** Asks the app around the page to start a quick action. */
export class QuickAction extends CustomEvent<PageReference> {
  constructor(page: PageReference) {
    super(quickActionEvent, { detail: page });
  }
}

/** Gives a component `this[NavigationMixin.Navigate](page)` and `this[NavigationMixin.GenerateUrl](page)`. */
export const NavigationMixin = Object.assign(
  (base: typeof LightningElement) =>
    class extends base {
      [Navigate](page: PageReference, replace = false): void {
        if (page.type === 'standard__quickAction') {
          dispatchEvent(new QuickAction(page));
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
