import { NavigationMixin } from 'lightning/navigation';
import { LightningElement, api } from 'lwc';

/** A touchpoint as the list shows it. */
export interface Row {
  key: string;
  recordId: string;
  sobject: 'Opportunity' | 'Account';
  recordName: string;
  name: string;
  objective: string;
  channel: string;
  icon: string;
  due: string;
}

/** Touchpoints across records; each opens its record. */
export default class InspireTodayList extends NavigationMixin(LightningElement) {
  @api rows: Row[] = [];
  @api label = '';

  get links() {
    return this.rows.map((row) => ({ ...row, url: `/lightning/r/${row.sobject}/${row.recordId}/view` }));
  }

  /** A click with a key held down stays the browser's: it opens another tab. */
  open(event: MouseEvent): void {
    const { currentTarget, ctrlKey, metaKey, shiftKey } = event;
    if (ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    const { key } = currentTarget instanceof HTMLElement ? currentTarget.dataset : {};
    const row = this.rows.find((each) => each.key === key);
    if (!row) return;
    const attributes = { recordId: row.recordId, objectApiName: row.sobject, actionName: 'view' };
    this[NavigationMixin.Navigate]?.({ type: 'standard__recordPage', attributes });
  }
}
