import DISMISS from '@salesforce/label/c.Inspire_Dismiss';
import OPEN from '@salesforce/label/c.Inspire_Open';
import type { Suggestion, TileAct } from 'c/inspireAnswer';
import { becauseText } from 'c/inspireClauses';
import { LightningElement, api } from 'lwc';

/** One suggestion. Emits `act` with a `TileAct`. */
export default class InspireSuggestionTile extends LightningElement {
  @api suggestion: Suggestion | undefined;

  labels = { dismiss: DISMISS, open: OPEN };

  get because(): string {
    return becauseText(this.suggestion?.reasons.slice(0, 2) ?? []);
  }

  open(): void {
    this.act({ kind: 'open' });
  }

  act(detail: TileAct): void {
    this.dispatchEvent(new CustomEvent('act', { detail }));
  }
}
