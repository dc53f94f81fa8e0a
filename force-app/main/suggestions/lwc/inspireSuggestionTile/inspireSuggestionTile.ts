import type { Suggestion, TileAct } from 'c/inspireAnswer';
import { focusOn } from 'c/inspireFocus';
import { wanted } from 'c/inspireGateway';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';
import { tileText, type TileText } from './tileText';

/** What the list hands to a tile. */
export interface TileView {
  suggestion: Suggestion;
  /** "Did you send it?", once the rep was sent to the composer or has a copy. */
  question: string | undefined;
}

/** One suggestion. Emits `act` with a `TileAct`, and `want` with what is to be recorded. */
export default class InspireSuggestionTile extends LightningElement {
  @api view: TileView | undefined;

  usedAnyway = false;
  dismissing = false;
  labels = labels;

  get text(): TileText | undefined {
    return this.view && tileText(this.view.suggestion, new Date());
  }

  get isGuarded(): boolean {
    return Boolean(this.text?.warning) && !this.usedAnyway;
  }

  get canShare(): boolean {
    return Boolean(this.view?.suggestion.shareable) && !this.isGuarded;
  }

  /** Puts the focus on the title. */
  @api focus(): void {
    void focusOn(this, 'button');
  }

  act({ currentTarget }: Event): void {
    if (currentTarget instanceof HTMLElement) this.emit(currentTarget.dataset.act);
  }

  share({ detail }: CustomEvent<{ value: TileAct }>): void {
    this.emit(detail.value);
  }

  emit(detail: string | undefined): void {
    this.dispatchEvent(new CustomEvent('act', { detail }));
  }

  react({ currentTarget }: Event): void {
    const { kind } = currentTarget instanceof HTMLElement ? currentTarget.dataset : {};
    this.dispatchEvent(wanted('react', { itemId: this.view?.suggestion.itemId, kind }));
  }

  useAnyway(): void {
    this.usedAnyway = true;
    void focusOn(this, '[data-act="open"]');
  }

  openDismissal(): void {
    this.dismissing = true;
    void focusOn(this, 'c-inspire-dismiss-form');
  }

  closeDismissal(): void {
    this.dismissing = false;
    void focusOn(this, '[data-part="dismiss"]');
  }
}
