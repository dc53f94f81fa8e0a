/** Where a page of the app is found; the same addresses as in Salesforce. */
export const recordPath = (sobject: string, id: string): string => `/lightning/r/${sobject}/${id}/view`;
export const listPath = (sobject: string): string => `/lightning/o/${sobject}/list`;
export const setupPath = '/lightning/n/Inspire_Setup';

export type Place =
  | { page: 'home' }
  | { page: 'list'; sobject: string }
  | { page: 'record'; sobject: string; id: string }
  | { page: 'setup' }
  | { page: 'unknown' };

export function placeOf(path: string): Place {
  const [, record, id] = /^\/lightning\/r\/(\w+)\/(\w+)\/view$/.exec(path) ?? [];
  if (record !== undefined && id !== undefined) return { page: 'record', sobject: record, id };
  const [, listed] = /^\/lightning\/o\/(\w+)\/list$/.exec(path) ?? [];
  if (listed !== undefined) return { page: 'list', sobject: listed };
  if (path === setupPath) return { page: 'setup' };
  return path === '/' || path === '/lightning/page/home' ? { page: 'home' } : { page: 'unknown' };
}

export const navigated = 'page:navigated';

/** Goes to a page of this app without loading it anew. */
export function goTo(path: string, replace = false): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', path);
  dispatchEvent(new CustomEvent(navigated));
}

/** For `onclick` of links inside the app: keeps "open in new tab" and the like working. */
export function follow(event: MouseEvent): void {
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  goTo(new URL(link.href).pathname);
}
