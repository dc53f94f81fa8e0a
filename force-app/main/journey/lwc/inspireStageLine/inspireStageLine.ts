import ACTIVITIES from '@salesforce/label/c.Inspire_Stage_Activities';
import AIM from '@salesforce/label/c.Inspire_Stage_Aim';
import DECISION_CONFIRMED from '@salesforce/label/c.Inspire_Decision_Confirmed';
import DECISION_MISSING from '@salesforce/label/c.Inspire_Decision_Missing';
import DECISION_RECORD from '@salesforce/label/c.Inspire_Decision_Record_It';
import EXIT_OUTCOME from '@salesforce/label/c.Inspire_Stage_Exit_Outcome';
import GUIDE from '@salesforce/label/c.Inspire_Stage_Guide';
import OBJECTIVE from '@salesforce/label/c.Inspire_Stage_Objective';
import AWARENESS from '@salesforce/label/c.Inspire_Phase_Awareness';
import BUYING from '@salesforce/label/c.Inspire_Phase_Buying';
import IMPLEMENTATION from '@salesforce/label/c.Inspire_Phase_Implementation';
import WHERE from '@salesforce/label/c.Inspire_Stage_Where';
import type { Stage } from 'c/inspireAnswer';
import { fill } from 'c/inspireFormat';
import { LightningElement, api } from 'lwc';

const phases = { awareness: AWARENESS, buying: BUYING, implementationAdoption: IMPLEMENTATION };

/**
 * Where the customer is; on demand the aim, exit outcome and activities of the stage, and the form for a missing change
 * decision. Emits `decide` with `{decidedOn, decidedBy, words}`.
 */
export default class InspireStageLine extends LightningElement {
  @api stage: Stage | undefined;

  guideOpen = false;
  formOpen = false;
  focusForm = false;
  labels = {
    activities: ACTIVITIES,
    aim: AIM,
    exitOutcome: EXIT_OUTCOME,
    guide: GUIDE,
    confirmed: DECISION_CONFIRMED,
    missing: DECISION_MISSING,
    record: DECISION_RECORD,
  };

  get where(): string {
    const { stage } = this;
    if (stage === undefined) return '';
    return stage.phase === undefined ? stage.stageName : fill(WHERE, stage.stageName, phases[stage.phase]);
  }

  get isConfirmed(): boolean {
    return this.stage?.changeDecision === 'confirmed';
  }

  get isMissing(): boolean {
    return this.stage?.changeDecision === 'missing';
  }

  get showForm(): boolean {
    return this.isMissing && this.formOpen;
  }

  get formExpanded(): string {
    return String(this.showForm);
  }

  get guideExpanded(): string {
    return String(this.guideOpen);
  }

  get guideIcon(): string {
    return this.guideOpen ? 'utility:chevrondown' : 'utility:chevronright';
  }

  get activities(): { name: string; objective: string }[] {
    return (this.stage?.activities ?? []).map(({ name, objective }) => ({
      name,
      objective: fill(OBJECTIVE, objective),
    }));
  }

  renderedCallback(): void {
    if (!this.focusForm) return;
    this.focusForm = false;
    this.template?.querySelector<HTMLElement>('c-inspire-decision-form')?.focus();
  }

  toggleGuide(): void {
    this.guideOpen = !this.guideOpen;
  }

  openForm(): void {
    this.formOpen = true;
    this.focusForm = true;
  }

  closeForm(): void {
    this.formOpen = false;
    this.template?.querySelector<HTMLElement>('lightning-button')?.focus();
  }

  decide(event: CustomEvent): void {
    this.formOpen = false;
    this.dispatchEvent(new CustomEvent('decide', { detail: event.detail }));
  }
}
