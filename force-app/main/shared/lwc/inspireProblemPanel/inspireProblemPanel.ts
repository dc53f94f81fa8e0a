import CLOSE from '@salesforce/label/c.Inspire_Close';
import REQUEST from '@salesforce/label/c.Inspire_Request';
import TRY_AGAIN from '@salesforce/label/c.Inspire_Try_Again';
import { focusOn } from 'c/inspireFocus';
import { fill } from 'c/inspireFormat';
import type { Problem } from 'c/inspireProblem';
import { LightningElement, api } from 'lwc';

/** Message, remedy, request id and a way to try again. Emits `again` and, where it can be closed, `close`. */
export default class InspireProblemPanel extends LightningElement {
  @api problem: Problem | undefined;
  @api closable = false;

  labels = { again: TRY_AGAIN, close: CLOSE };

  get requestText(): string | undefined {
    const id = this.problem?.requestId;
    return id === undefined ? undefined : fill(REQUEST, id);
  }

  /** Puts the focus on "try again". */
  @api focus(): void {
    void focusOn(this, 'lightning-button');
  }

  again(): void {
    this.dispatchEvent(new CustomEvent('again'));
  }

  close(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }
}
