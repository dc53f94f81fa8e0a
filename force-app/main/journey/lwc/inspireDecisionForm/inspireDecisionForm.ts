import BY from '@salesforce/label/c.Inspire_Decision_By';
import ON from '@salesforce/label/c.Inspire_Decision_On';
import RECORD from '@salesforce/label/c.Inspire_Decision_Record';
import WORDS from '@salesforce/label/c.Inspire_Decision_Words';
import RECORD_IT from '@salesforce/label/c.Inspire_Record_It';
import { valuesIn } from 'c/inspireFields';
import { civilDay } from 'c/inspireFormat';
import { wanted } from 'c/inspireGateway';
import { LightningElement } from 'lwc';

/** The customer's decision to change: when, by whom, in whose words. Emits `want` with `recordChangeDecision`. */
export default class InspireDecisionForm extends LightningElement {
  today = civilDay(new Date());
  labels = { by: BY, on: ON, record: RECORD, recordIt: RECORD_IT, words: WORDS };

  record(): void {
    const values = valuesIn(this, '[data-field]');
    if (!values) return;
    const [decidedOn, decidedBy, words] = values;
    this.dispatchEvent(wanted('recordChangeDecision', { decidedOn, decidedBy, words }));
  }
}
