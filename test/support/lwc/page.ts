import { createElement, type LightningElement } from 'lwc';

/** An element with whatever properties its component has. */
export type Part = HTMLElement & Record<string, unknown>;

/** Puts a component on the page, as the org would. */
export function place(tag: string, component: typeof LightningElement, props: object = {}): Part {
  const element = Object.assign(createElement(tag, { is: component }), props);
  document.body.append(element);
  return element as Part;
}

/** Lets everything that was promised happen, renderings included. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export const parts = (element: Element, selector: string): Part[] => [
  ...(element.shadowRoot?.querySelectorAll<Part>(selector) ?? []),
];

/** The first match in a component's template. Fails where there is none. */
export function part(element: Element, selector: string): Part {
  const [found] = parts(element, selector);
  if (!found) throw new Error(`${element.tagName} shows no "${selector}".`);
  return found;
}

/** What a component's own template says, without what nested components say. */
export const textOf = (element: Element): string =>
  (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Collects what an element emits under a name. */
export function heard(element: EventTarget, name: string): unknown[] {
  const details: unknown[] = [];
  element.addEventListener(name, (event) => {
    if (event instanceof CustomEvent) details.push(event.detail);
  });
  return details;
}

/** Tells a component what a base component inside it would. */
export const tell = (target: Element, name: string, detail?: unknown): boolean =>
  target.dispatchEvent(new CustomEvent(name, { detail }));
