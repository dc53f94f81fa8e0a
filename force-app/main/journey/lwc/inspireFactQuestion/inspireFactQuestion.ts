import CHOOSE from '@salesforce/label/c.Inspire_Choose';
import type { Fact } from 'c/inspireAnswer';
import { LightningElement, api } from 'lwc';
import { questionOf } from './questions';

/** Up to this many values stand side by side as buttons; more go into a list. */
const mostButtons = 6;

/** One unknown fact as a question with the values to choose from. Emits `fill` with `{dimension, value, recordId}`. */
export default class InspireFactQuestion extends LightningElement {
  @api fact: Fact | undefined;

  labels = { choose: CHOOSE };

  get question(): string {
    return this.fact === undefined ? '' : questionOf(this.fact.dimension);
  }

  get options(): { value: string; label: string }[] {
    return this.fact?.fill?.options ?? [];
  }

  get asButtons(): boolean {
    return this.options.length <= mostButtons;
  }

  /** Puts the focus on the first value. */
  @api focus(): void {
    this.template?.querySelector<HTMLElement>('lightning-button, lightning-combobox')?.focus();
  }

  chooseButton(event: Event): void {
    if (event.currentTarget instanceof HTMLElement) this.fill(event.currentTarget.dataset['value']);
  }

  chooseFromList(event: CustomEvent<{ value: string }>): void {
    this.fill(event.detail.value);
  }

  fill(value: string | undefined): void {
    const detail = { dimension: this.fact?.dimension, value, recordId: this.fact?.fill?.recordId };
    this.dispatchEvent(new CustomEvent('fill', { detail }));
  }
}
