import CANCEL from '@salesforce/label/c.Inspire_Cancel';
import BY from '@salesforce/label/c.Inspire_Decision_By';
import ON from '@salesforce/label/c.Inspire_Decision_On';
import RECORD from '@salesforce/label/c.Inspire_Decision_Record';
import WORDS from '@salesforce/label/c.Inspire_Decision_Words';
import { civilDay } from 'c/inspireFormat';
import { LightningElement, api } from 'lwc';

type Field = HTMLInputElement & { reportValidity(): boolean };

/** The customer's decision to change: when, by whom, in whose words. Emits `decide` with the three, or `cancel`. */
export default class InspireDecisionForm extends LightningElement {
  today = civilDay(new Date());
  labels = { by: BY, cancel: CANCEL, on: ON, record: RECORD, words: WORDS };

  get fields(): Field[] {
    return [...(this.template?.querySelectorAll<Field>('[data-field]') ?? [])];
  }

  /** Puts the focus on the first field. */
  @api focus(): void {
    this.fields[0]?.focus();
  }

  record(): void {
    const { fields } = this;
    const faulty = fields.filter((field) => !field.reportValidity());
    if (faulty.length > 0) {
      faulty[0]?.focus();
      return;
    }
    const detail = Object.fromEntries(fields.map((field) => [field.dataset['field'], field.value]));
    this.dispatchEvent(new CustomEvent('decide', { detail }));
  }

  cancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  leaveOnEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.cancel();
  }
}
