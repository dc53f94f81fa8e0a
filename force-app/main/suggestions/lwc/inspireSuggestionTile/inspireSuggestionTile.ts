import type { Suggestion, TileAct } from 'c/inspireAnswer';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';
import { tileText, type TileText } from './tileText';

/** What the list hands to a tile. */
export interface TileView {
  suggestion: Suggestion;
  /** "Did you send it?", once the rep was sent to the composer or has a copy. */
  question: string | undefined;
}

/** One suggestion. Emits `act` with a `TileAct`. */
export default class InspireSuggestionTile extends LightningElement {
  @api view: TileView | undefined;

  usedAnyway = false;
  dismissing = false;
  allReasons = false;
  focusOn: string | undefined;
  labels = labels;

  get text(): TileText | undefined {
    return this.view === undefined ? undefined : tileText(this.view.suggestion, new Date());
  }

  get isGuarded(): boolean {
    return Boolean(this.text?.guard) && !this.usedAnyway;
  }

  get reasonsExpanded(): string {
    return String(this.allReasons);
  }

  get dismissExpanded(): string {
    return String(this.dismissing);
  }

  /** Puts the focus on the title. */
  @api focus(): void {
    this.template?.querySelector<HTMLElement>('[data-part="title"]')?.focus();
  }

  renderedCallback(): void {
    if (this.focusOn === undefined) return;
    this.template?.querySelector<HTMLElement>(this.focusOn)?.focus();
    this.focusOn = undefined;
  }

  act(detail: TileAct): void {
    this.dispatchEvent(new CustomEvent('act', { detail }));
  }

  open(): void {
    this.act({ kind: 'open' });
  }

  openRefresher(): void {
    this.act({ kind: 'openRefresher' });
  }

  use(): void {
    this.act({ kind: 'use' });
  }

  sent(): void {
    this.act({ kind: 'sent' });
  }

  notSent(): void {
    this.act({ kind: 'notSent' });
  }

  share(event: CustomEvent<{ value: 'email' | 'link' | 'text' }>): void {
    this.act({ kind: 'share', via: event.detail.value });
  }

  dismiss(event: CustomEvent<{ reason: string; showAgainOn: string }>): void {
    this.dismissing = false;
    this.act({ kind: 'dismiss', ...event.detail });
  }

  useAnyway(): void {
    this.usedAnyway = true;
    this.focusOn = '[data-part="open"]';
  }

  toggleReasons(): void {
    this.allReasons = !this.allReasons;
  }

  openDismissal(): void {
    this.dismissing = true;
    this.focusOn = 'c-inspire-dismiss-form';
  }

  closeDismissal(): void {
    this.dismissing = false;
    this.focusOn = '[data-part="dismiss"]';
  }
}
