import CANCEL from '@salesforce/label/c.Inspire_Cancel';
import NAMED from '@salesforce/label/c.Inspire_Named';
import ANNIVERSARY from '@salesforce/label/c.Inspire_Plan_Anniversary';
import TITLE from '@salesforce/label/c.Inspire_Plan_Dates';
import DAY from '@salesforce/label/c.Inspire_Plan_Day';
import EMPTY from '@salesforce/label/c.Inspire_Plan_Empty';
import FILL from '@salesforce/label/c.Inspire_Plan_Fill';
import NOT_KNOWN from '@salesforce/label/c.Inspire_Plan_Not_Known';
import SAVE from '@salesforce/label/c.Inspire_Plan_Save';
import { valuesIn } from 'c/inspireFields';
import { focusOn } from 'c/inspireFocus';
import { fill } from 'c/inspireFormat';
import type { PlanAnchor, PlanDate } from 'c/inspireTouchpointAnswer';
import { anchorName, dateText } from 'c/inspireTouchpointWords';
import { LightningElement, api } from 'lwc';
import { awayText } from './away';

const nameOf = (anchor: PlanAnchor): string => (anchor === 'anniversary' ? ANNIVERSARY : anchorName(anchor));

/** Dates of an account that count. Emits `fill` with the day on which a competitor's term ends. */
export default class InspirePlanDates extends LightningElement {
  @api dates: PlanDate[] = [];
  @api today = '';
  /** May the viewer fill in the competitor's term? */
  @api mayFill = false;
  @api isBusy = false;

  isFilling = false;
  labels = { cancel: CANCEL, empty: EMPTY, fill: FILL, notKnown: NOT_KNOWN, save: SAVE, title: TITLE };
  termLabel = nameOf('competitorTermEnd');
  fillLabel = fill(NAMED, FILL, nameOf('competitorTermEnd'));

  get rows() {
    return this.dates.map(({ anchor, on }) => ({
      anchor,
      name: nameOf(anchor),
      text: on && fill(DAY, dateText(on, this.today), awayText(on, this.today)),
      canFill: anchor === 'competitorTermEnd' && on === undefined && this.mayFill && !this.isFilling,
    }));
  }

  get isEmpty(): boolean {
    return this.dates.every(({ on }) => on === undefined);
  }

  /** Folds the form away, once the day is saved. */
  @api close(): void {
    this.isFilling = false;
  }

  open(): void {
    this.isFilling = true;
    void focusOn(this, 'lightning-input');
  }

  save(): void {
    const [day] = valuesIn(this, 'lightning-input') ?? [];
    if (day !== undefined) this.dispatchEvent(new CustomEvent('fill', { detail: day }));
  }

  /** Leaving a blank field says that it is missing, which would move the button away from under the pointer. */
  stay(event: MouseEvent): void {
    event.preventDefault();
  }

  cancel(): void {
    this.isFilling = false;
    void focusOn(this, '[data-part="fill"]');
  }

  leaveOnEscape({ key }: KeyboardEvent): void {
    if (key === 'Escape') this.cancel();
  }
}
