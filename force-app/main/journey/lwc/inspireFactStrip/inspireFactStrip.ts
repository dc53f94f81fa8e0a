import CONFIRM from '@salesforce/label/c.Inspire_Confirm';
import TITLE from '@salesforce/label/c.Inspire_Facts';
import READ_FROM_TITLE from '@salesforce/label/c.Inspire_Read_From_Title';
import type { Fact } from 'c/inspireAnswer';
import { focusOn } from 'c/inspireFocus';
import { wanted } from 'c/inspireGateway';
import { LightningElement, api } from 'lwc';
import { chipsOf } from './chips';

/** What is known about the record, and what is not yet. Emits `want` with `fillFact`. */
export default class InspireFactStrip extends LightningElement {
  @api facts: Fact[] = [];

  asked: string | undefined;
  labels = { confirm: CONFIRM, readFromTitle: READ_FROM_TITLE, title: TITLE };

  get chips() {
    const { asked } = this;
    return this.facts
      .flatMap(chipsOf)
      .map((chip) => ({ ...chip, expanded: String(chip.dimension === asked) }));
  }

  get askedFact(): Fact | undefined {
    return this.facts.find(({ dimension, fill }) => dimension === this.asked && fill);
  }

  factOf({ currentTarget }: Event): Fact | undefined {
    const { dimension } = currentTarget instanceof HTMLElement ? currentTarget.dataset : {};
    return this.facts.find((fact) => fact.dimension === dimension);
  }

  ask(event: Event): void {
    const dimension = this.factOf(event)?.dimension;
    this.asked = this.asked === dimension ? undefined : dimension;
    void focusOn(this, 'c-inspire-fact-question');
  }

  close(): void {
    this.asked = undefined;
  }

  confirm(event: Event): void {
    const { dimension, fill } = this.factOf(event) ?? {};
    this.dispatchEvent(wanted('fillFact', { dimension, value: fill?.suggested, recordId: fill?.recordId }));
  }
}
