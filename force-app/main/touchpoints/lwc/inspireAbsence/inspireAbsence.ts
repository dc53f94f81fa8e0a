import ADD from '@salesforce/label/c.Inspire_Absence_Add';
import ORDER from '@salesforce/label/c.Inspire_Absence_Order';
import FROM from '@salesforce/label/c.Inspire_Absence_From';
import REMOVE from '@salesforce/label/c.Inspire_Absence_Remove';
import NAMED from '@salesforce/label/c.Inspire_Named';
import SPAN from '@salesforce/label/c.Inspire_Absence_Span';
import TITLE from '@salesforce/label/c.Inspire_Absence_Title';
import TO from '@salesforce/label/c.Inspire_Absence_To';
import { valuesIn } from 'c/inspireFields';
import { focusOn } from 'c/inspireFocus';
import { fill } from 'c/inspireFormat';
import { wanted } from 'c/inspireGateway';
import type { Absence } from 'c/inspireTouchpointAnswer';
import { dateText } from 'c/inspireTouchpointWords';
import { LightningElement, api } from 'lwc';

/** When the viewer is away; hidden until asked. Emits `want` with `setAbsence`. */
export default class InspireAbsence extends LightningElement {
  @api absences: Absence[] = [];
  @api today = '';

  problem = '';
  labels = { add: ADD, from: FROM, remove: REMOVE, title: TITLE, to: TO };

  get rows() {
    return this.absences.map(({ absenceId, from, to }) => {
      const span = fill(SPAN, dateText(from, this.today), dateText(to, this.today));
      return { absenceId, span, removeText: fill(NAMED, REMOVE, span) };
    });
  }

  add(): void {
    const values = valuesIn(this, '[data-field]');
    if (!values) return;
    const [from = '', to = ''] = values;
    this.problem = to < from ? ORDER : '';
    if (this.problem) void focusOn(this, '[data-field="to"]');
    else this.dispatchEvent(wanted('setAbsence', { kind: 'add', from, to }));
  }

  remove({ currentTarget }: Event): void {
    const { absence } = currentTarget instanceof HTMLElement ? currentTarget.dataset : {};
    this.dispatchEvent(wanted('setAbsence', { kind: 'remove', absenceId: absence }));
  }
}
