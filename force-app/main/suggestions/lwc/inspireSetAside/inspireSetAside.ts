import DISMISSED from '@salesforce/label/c.Inspire_Dismissed';
import DISMISSED_UNTIL from '@salesforce/label/c.Inspire_Dismissed_Until';
import SET_ASIDE from '@salesforce/label/c.Inspire_Set_Aside';
import SHARED from '@salesforce/label/c.Inspire_Shared';
import UNDO from '@salesforce/label/c.Inspire_Undo';
import UNDO_FOR from '@salesforce/label/c.Inspire_Undo_For';
import USED from '@salesforce/label/c.Inspire_Used';
import type { SetAsideItem } from 'c/inspireAnswer';
import { countText, dayText, fill } from 'c/inspireFormat';
import { wanted } from 'c/inspireGateway';
import { LightningElement, api } from 'lwc';

const words = { used: USED, shared: SHARED, dismissed: DISMISSED };

const stateText = ({ kind, until }: SetAsideItem): string =>
  until === undefined ? words[kind] : fill(DISMISSED_UNTIL, dayText(until, new Date()));

/** What stepped aside on this record; hidden until asked. Emits `open` with an item and `want` with `undoReaction`. */
export default class InspireSetAside extends LightningElement {
  @api items: SetAsideItem[] = [];

  labels = { undo: UNDO };

  get heading(): string {
    return fill(SET_ASIDE, countText(this.items.length));
  }

  get rows() {
    return this.items.map((item) => ({
      ...item,
      state: stateText(item),
      undoText: fill(UNDO_FOR, item.title),
    }));
  }

  open(event: Event): void {
    this.dispatchEvent(new CustomEvent('open', { detail: this.itemOf(event) }));
  }

  undo(event: Event): void {
    this.dispatchEvent(wanted('undoReaction', { reactionId: this.itemOf(event)?.reactionId }));
  }

  itemOf({ currentTarget }: Event): SetAsideItem | undefined {
    const { reaction } = currentTarget instanceof HTMLElement ? currentTarget.dataset : {};
    return this.items.find(({ reactionId }) => reactionId === reaction);
  }
}
