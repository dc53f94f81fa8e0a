import CANCEL from '@salesforce/label/c.Inspire_Cancel';
import DISMISS from '@salesforce/label/c.Inspire_Dismiss';
import WHY from '@salesforce/label/c.Inspire_Dismiss_Why';
import HAVE_BETTER from '@salesforce/label/c.Inspire_Have_Better';
import NOT_GOOD from '@salesforce/label/c.Inspire_Not_Good';
import NOT_THIS_CUSTOMER from '@salesforce/label/c.Inspire_Not_This_Customer';
import OUTDATED from '@salesforce/label/c.Inspire_Outdated';
import SHOW_AGAIN from '@salesforce/label/c.Inspire_Show_Again';
import SHOW_AGAIN_HELP from '@salesforce/label/c.Inspire_Show_Again_Help';
import WRONG_MOMENT from '@salesforce/label/c.Inspire_Wrong_Moment';
import { focusOn } from 'c/inspireFocus';
import { civilDay } from 'c/inspireFormat';
import { wanted } from 'c/inspireGateway';
import { LightningElement, api } from 'lwc';

/** Asks why an item is set aside and when it may come back. Emits `want` with `react`, or `cancel`. */
export default class InspireDismissForm extends LightningElement {
  @api itemId: string | undefined;

  reason: string | undefined;
  tomorrow = civilDay(new Date(), 1);
  labels = {
    cancel: CANCEL,
    dismiss: DISMISS,
    why: WHY,
    showAgain: SHOW_AGAIN,
    showAgainHelp: SHOW_AGAIN_HELP,
  };
  reasons = [
    { value: 'wrongMoment', label: WRONG_MOMENT },
    { value: 'notForThisCustomer', label: NOT_THIS_CUSTOMER },
    { value: 'haveBetter', label: HAVE_BETTER },
    { value: 'outdated', label: OUTDATED },
    { value: 'notGood', label: NOT_GOOD },
  ];

  get noReason(): boolean {
    return this.reason === undefined;
  }

  /** Puts the focus on the reasons. */
  @api focus(): void {
    void focusOn(this, 'lightning-radio-group');
  }

  choose({ detail }: CustomEvent<{ value: string }>): void {
    this.reason = detail.value;
  }

  dismiss(): void {
    const date = this.template?.querySelector<HTMLInputElement>('lightning-input');
    if (!date?.reportValidity()) return;
    const { itemId, reason } = this;
    this.dispatchEvent(wanted('react', { itemId, kind: 'dismissed', reason, showAgainOn: date.value }));
  }

  cancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  leaveOnEscape(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.cancel();
  }
}
