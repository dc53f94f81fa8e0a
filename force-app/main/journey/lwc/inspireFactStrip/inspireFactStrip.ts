import CONFIRM from '@salesforce/label/c.Inspire_Fact_Confirm';
import READ_FROM_TITLE from '@salesforce/label/c.Inspire_Fact_Read_From_Title';
import UNKNOWN from '@salesforce/label/c.Inspire_Fact_Unknown';
import VALUE from '@salesforce/label/c.Inspire_Fact_Value';
import ABOUT from '@salesforce/label/c.Inspire_Fact_Value_About';
import TITLE from '@salesforce/label/c.Inspire_Facts';
import type { Fact, FactValue } from 'c/inspireAnswer';
import { fill, joined } from 'c/inspireFormat';
import { LightningElement, api } from 'lwc';
import { nameOf } from './names';

const valueText = ({ label, about }: FactValue) => (about === undefined ? label : fill(ABOUT, label, about));

const chipText = (fact: Fact) =>
  fact.state === 'unknown'
    ? fill(UNKNOWN, nameOf(fact.dimension))
    : fill(VALUE, nameOf(fact.dimension), joined(fact.values.map(valueText)));

const chipOf = (fact: Fact, asked: string | undefined) => ({
  dimension: fact.dimension,
  text: chipText(fact),
  canAsk: fact.state === 'unknown' && fact.fill !== undefined,
  chipClass: fact.state === 'known' ? 'inspire-chip' : 'inspire-chip inspire-chip_unknown',
  readFromTitle: fact.state === 'readFromTitle',
  canConfirm: fact.fill !== undefined,
  expanded: String(fact.dimension === asked),
});

const dimensionOf = ({ currentTarget }: Event) =>
  currentTarget instanceof HTMLElement ? currentTarget.dataset['dimension'] : undefined;

/** What is known about the record, and what is not yet. Emits `fill` with `{dimension, value, recordId}`. */
export default class InspireFactStrip extends LightningElement {
  @api facts: Fact[] = [];

  asked: string | undefined;
  focusQuestion = false;
  labels = { title: TITLE, confirm: CONFIRM, readFromTitle: READ_FROM_TITLE };

  get chips() {
    return this.facts.map((fact) => chipOf(fact, this.asked));
  }

  get askedFact(): Fact | undefined {
    return this.facts.find((fact) => fact.dimension === this.asked && fact.state === 'unknown');
  }

  renderedCallback(): void {
    if (!this.focusQuestion) return;
    this.focusQuestion = false;
    this.template?.querySelector<HTMLElement>('c-inspire-fact-question')?.focus();
  }

  ask(event: Event): void {
    const dimension = dimensionOf(event);
    this.asked = this.asked === dimension ? undefined : dimension;
    this.focusQuestion = this.asked !== undefined;
  }

  confirm(event: Event): void {
    const fact = this.facts.find((candidate) => candidate.dimension === dimensionOf(event));
    const detail = {
      dimension: fact?.dimension,
      value: fact?.values[0]?.value,
      recordId: fact?.fill?.recordId,
    };
    this.dispatchEvent(new CustomEvent('fill', { detail }));
  }

  pass(event: CustomEvent): void {
    this.asked = undefined;
    this.dispatchEvent(new CustomEvent('fill', { detail: event.detail }));
  }
}
