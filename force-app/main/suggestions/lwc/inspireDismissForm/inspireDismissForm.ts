import CANCEL from '@salesforce/label/c.Inspire_Cancel';
import DISMISS from '@salesforce/label/c.Inspire_Dismiss';
import WHY from '@salesforce/label/c.Inspire_Dismiss_Why';
import HAVE_BETTER from '@salesforce/label/c.Inspire_Dismiss_Have_Better';
import NOT_FOR_THIS_CUSTOMER from '@salesforce/label/c.Inspire_Dismiss_Not_For_This_Customer';
import NOT_GOOD from '@salesforce/label/c.Inspire_Dismiss_Not_Good';
import OUTDATED from '@salesforce/label/c.Inspire_Dismiss_Outdated';
import WRONG_MOMENT from '@salesforce/label/c.Inspire_Dismiss_Wrong_Moment';
import SHOW_AGAIN from '@salesforce/label/c.Inspire_Dismiss_Show_Again';
import SHOW_AGAIN_HELP from '@salesforce/label/c.Inspire_Dismiss_Show_Again_Help';
import { civilDay } from 'c/inspireFormat';
import { LightningElement, api } from 'lwc';

const wrongMomentDays = 14;

/** Asks why an item is set aside and when it may come back. Emits `dismiss` with `{reason, showAgainOn}`, or `cancel`. */
export default class InspireDismissForm extends LightningElement {
  reason = '';
  showAgainOn = '';

  labels = { cancel: CANCEL, dismiss: DISMISS, why: WHY, showAgain: SHOW_AGAIN, showAgainHelp: SHOW_AGAIN_HELP };

  reasons = [
    { value: 'wrongMoment', label: WRONG_MOMENT },
    { value: 'notForThisCustomer', label: NOT_FOR_THIS_CUSTOMER },
    { value: 'haveBetter', label: HAVE_BETTER },
    { value: 'outdated', label: OUTDATED },
    { value: 'notGood', label: NOT_GOOD },
  ];

  get tomorrow(): string {
    return civilDay(new Date(), 1);
  }

  get noReason(): boolean {
    return this.reason === '';
  }

  /** Puts the focus on the reasons. */
  @api focus(): void {
    this.template?.querySelector<HTMLElement>('lightning-radio-group')?.focus();
  }

  chooseReason(event: CustomEvent<{ value: string }>): void {
    this.reason = event.detail.value;
    this.showAgainOn = this.reason === 'wrongMoment' ? civilDay(new Date(), wrongMomentDays) : '';
  }

  chooseDate(event: CustomEvent<{ value: string | null }>): void {
    this.showAgainOn = event.detail.value ?? '';
  }

  dismiss(): void {
    const { reason, showAgainOn } = this;
    const date = this.template?.querySelector<HTMLInputElement>('lightning-input');
    if (date?.reportValidity()) this.dispatchEvent(new CustomEvent('dismiss', { detail: { reason, showAgainOn } }));
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
