import ACTIVITIES from '@salesforce/label/c.Inspire_Activities';
import AIM from '@salesforce/label/c.Inspire_Aim';
import DECIDED from '@salesforce/label/c.Inspire_Decided';
import EXIT_OUTCOME from '@salesforce/label/c.Inspire_Exit_Outcome';
import GUIDE from '@salesforce/label/c.Inspire_Stage_Guide';
import WHERE from '@salesforce/label/c.Inspire_Stage_Where';
import UNDECIDED from '@salesforce/label/c.Inspire_Undecided';
import type { Stage } from 'c/inspireAnswer';
import { phaseName } from 'c/inspireFacts';
import { fill } from 'c/inspireFormat';
import { LightningElement, api } from 'lwc';

/** Where the customer is; on demand the stage's aim, exit outcome and activities, and the form for a missing change decision. */
export default class InspireStageLine extends LightningElement {
  @api stage: Stage | undefined;
  /** The decision is recorded on an opportunity. */
  @api canDecide = false;

  labels = {
    activities: ACTIVITIES,
    aim: AIM,
    decided: DECIDED,
    exitOutcome: EXIT_OUTCOME,
    guide: GUIDE,
    undecided: UNDECIDED,
  };

  get where(): string {
    const { stageName = '', phase } = this.stage ?? {};
    return phase === undefined ? stageName : fill(WHERE, stageName, phaseName(phase));
  }

  get isDecided(): boolean {
    return this.stage?.changeDecision === 'confirmed';
  }

  get isUndecided(): boolean {
    return this.canDecide && this.stage?.changeDecision === 'missing';
  }
}
