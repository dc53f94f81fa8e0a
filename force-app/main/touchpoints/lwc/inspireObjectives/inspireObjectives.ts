import CANCEL from '@salesforce/label/c.Inspire_Cancel';
import TITLE from '@salesforce/label/c.Inspire_Plan_Objectives';
import CHANGED from '@salesforce/label/c.Inspire_Plan_Objectives_Changed';
import EDIT from '@salesforce/label/c.Inspire_Plan_Objectives_Edit';
import EMPTY from '@salesforce/label/c.Inspire_Plan_Objectives_Empty';
import HINT from '@salesforce/label/c.Inspire_Plan_Objectives_Hint';
import SAVE from '@salesforce/label/c.Inspire_Plan_Save';
import { valuesIn } from 'c/inspireFields';
import { focusOn } from 'c/inspireFocus';
import { LightningElement, api } from 'lwc';

/** What is to be reached with an account, to read and to write in place. Emits `save` with the text. */
export default class InspireObjectives extends LightningElement {
  @api text = '';
  @api mayEdit = false;
  @api isBusy = false;

  /** The text as it was when writing began; undefined while nobody writes. */
  began: string | undefined;
  labels = {
    cancel: CANCEL,
    changed: CHANGED,
    edit: EDIT,
    empty: EMPTY,
    hint: HINT,
    save: SAVE,
    title: TITLE,
  };

  get isWriting(): boolean {
    return this.began !== undefined;
  }

  get paragraphs(): { key: number; text: string }[] {
    const lines = this.text.split(/\r?\n/).map((line) => line.trim());
    return lines.filter(Boolean).map((text, key) => ({ key, text }));
  }

  /** By somebody else: what is being saved here changes it, too. */
  get isChanged(): boolean {
    return this.isWriting && !this.isBusy && this.began !== this.text;
  }

  /** Ends writing, once the text is saved. */
  @api close(): void {
    this.began = undefined;
  }

  edit(): void {
    this.began = this.text;
    void focusOn(this, 'lightning-textarea');
  }

  save(): void {
    const [text] = valuesIn(this, 'lightning-textarea') ?? [];
    if (text !== undefined) this.dispatchEvent(new CustomEvent('save', { detail: text.trim() }));
  }

  cancel(): void {
    this.began = undefined;
    void focusOn(this, '[data-part="edit"]');
  }

  leaveOnEscape({ key }: KeyboardEvent): void {
    if (key === 'Escape') this.cancel();
  }
}
