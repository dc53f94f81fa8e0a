import DISMISSED from '@salesforce/label/c.Inspire_Set_Aside_Dismissed';
import DISMISSED_UNTIL from '@salesforce/label/c.Inspire_Set_Aside_Dismissed_Until';
import SHARED from '@salesforce/label/c.Inspire_Set_Aside_Shared';
import TITLE from '@salesforce/label/c.Inspire_Set_Aside';
import UNDO from '@salesforce/label/c.Inspire_Undo';
import UNDO_FOR from '@salesforce/label/c.Inspire_Undo_For';
import USED from '@salesforce/label/c.Inspire_Set_Aside_Used';
import type { SetAsideItem } from 'c/inspireAnswer';
import { countText, dayText, fill } from 'c/inspireFormat';
import { LightningElement, api } from 'lwc';

const words = { used: USED, shared: SHARED, dismissed: DISMISSED };

const stateText = ({ kind, until }: SetAsideItem, now: Date): string =>
  until === undefined ? words[kind] : fill(DISMISSED_UNTIL, dayText(until, now));

/** What stepped aside on this record; hidden until asked. Emits `undo` with a reaction id and `open` with an item. */
export default class InspireSetAside extends LightningElement {
  @api items: SetAsideItem[] = [];

  isOpen = false;
  labels = { undo: UNDO };

  get heading(): string {
    return fill(TITLE, countText(this.items.length));
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  get icon(): string {
    return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
  }

  get rows() {
    const now = new Date();
    return this.items.map((item) => ({
      ...item,
      state: stateText(item, now),
      undoText: fill(UNDO_FOR, item.title),
    }));
  }

  toggle(): void {
    this.isOpen = !this.isOpen;
  }

  open(event: Event): void {
    const item = this.itemOf(event);
    if (item) this.dispatchEvent(new CustomEvent('open', { detail: item }));
  }

  undo(event: Event): void {
    const item = this.itemOf(event);
    if (item) this.dispatchEvent(new CustomEvent('undo', { detail: item.reactionId }));
  }

  itemOf({ currentTarget }: Event): SetAsideItem | undefined {
    const id = currentTarget instanceof HTMLElement ? currentTarget.dataset['reaction'] : undefined;
    return this.items.find(({ reactionId }) => reactionId === id);
  }
}
