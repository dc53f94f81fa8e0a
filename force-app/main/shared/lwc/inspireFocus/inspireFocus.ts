import type { LightningElement } from 'lwc';

/** Puts the focus on the first match in a component's template, once a change made just before is on the screen. */
export async function focusOn(component: LightningElement, selector: string): Promise<void> {
  await Promise.resolve();
  component.template?.querySelector<HTMLElement>(selector)?.focus();
}
