import CHOOSE from '@salesforce/label/c.Inspire_Choose';
import type { Fact } from 'c/inspireAnswer';
import { questionOf } from 'c/inspireFacts';
import { focusOn } from 'c/inspireFocus';
import { wanted } from 'c/inspireGateway';
import { LightningElement, api } from 'lwc';

/** Up to this many values stand side by side as buttons; more go into a list. */
const mostButtons = 6;

/** One blank fact as a question with the values to choose from. Emits `want` with `fillFact`. */
export default class InspireFactQuestion extends LightningElement {
  @api fact: Fact | undefined;

  labels = { choose: CHOOSE };

  get question(): string {
    return this.fact === undefined ? '' : questionOf(this.fact);
  }

  get options(): { value: string; label: string }[] {
    return this.fact?.fill?.options ?? [];
  }

  get asButtons(): boolean {
    return this.options.length <= mostButtons;
  }

  /** Puts the focus on the first value. */
  @api focus(): void {
    void focusOn(this, 'lightning-button, lightning-combobox');
  }

  press({ currentTarget }: Event): void {
    if (currentTarget instanceof HTMLElement) this.fill(currentTarget.dataset.value);
  }

  choose({ detail }: CustomEvent<{ value: string }>): void {
    this.fill(detail.value);
  }

  fill(value: string | undefined): void {
    const { dimension, fill: target } = this.fact ?? {};
    this.dispatchEvent(wanted('fillFact', { dimension, value, recordId: target?.recordId }));
  }
}
