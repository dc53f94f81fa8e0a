import CANCEL from '@salesforce/label/c.Inspire_Cancel';
import UPGRADE from '@salesforce/label/c.Inspire_Plan_Upgrade';
import CREATE from '@salesforce/label/c.Inspire_Plan_Upgrade_Create';
import NAME from '@salesforce/label/c.Inspire_Plan_Upgrade_Name';
import NAME_FIELD from '@salesforce/label/c.Inspire_Plan_Upgrade_Name_Field';
import { valuesIn } from 'c/inspireFields';
import { focusOn } from 'c/inspireFocus';
import { fill } from 'c/inspireFormat';
import { anchorName } from 'c/inspireTouchpointWords';
import { LightningElement, api } from 'lwc';

/** What the viewer decides about a new opportunity. */
export interface Upgrade {
  name: string;
  closeDate: string;
}

const longestName = 120;

/** A button that unfolds into name and close date of an upgrade opportunity. Emits `create` with them. */
export default class InspireUpgradeForm extends LightningElement {
  @api accountName = '';
  /** Civil day that stands in the form at first; none if it is not known. */
  @api closeOn: string | undefined;
  @api today = '';
  @api isBusy = false;

  /** What stands in the form at first; undefined while it is folded away. */
  first: Partial<Upgrade> | undefined;
  labels = {
    cancel: CANCEL,
    closeDate: anchorName('closeDate'),
    create: CREATE,
    name: NAME_FIELD,
    upgrade: UPGRADE,
  };

  /** Folds the form away, once the opportunity is created. */
  @api close(): void {
    this.first = undefined;
  }

  open(): void {
    const { accountName, closeOn: closeDate } = this;
    const name = accountName ? fill(NAME, accountName).slice(0, longestName) : '';
    this.first = { name, ...(closeDate !== undefined && { closeDate }) };
    void focusOn(this, 'lightning-input');
  }

  create(): void {
    const values = valuesIn(this, 'lightning-input');
    if (!values) return;
    const [name = '', closeDate = ''] = values;
    this.dispatchEvent(new CustomEvent<Upgrade>('create', { detail: { name: name.trim(), closeDate } }));
  }

  /** Leaving a blank field says that it is missing, which would move the button away from under the pointer. */
  stay(event: MouseEvent): void {
    event.preventDefault();
  }

  cancel(): void {
    this.first = undefined;
    void focusOn(this, '[data-part="open"]');
  }

  leaveOnEscape({ key }: KeyboardEvent): void {
    if (key === 'Escape') this.cancel();
  }
}
