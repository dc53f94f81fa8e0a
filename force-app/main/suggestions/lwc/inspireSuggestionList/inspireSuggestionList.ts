import SENT_COPIED from '@salesforce/label/c.Inspire_Sent_Question_Copied';
import SENT from '@salesforce/label/c.Inspire_Sent_Question';
import MORE from '@salesforce/label/c.Inspire_Show_More';
import type { Recipient, Suggestion, TileAct } from 'c/inspireAnswer';
import ContentReader from 'c/inspireContentReader';
import { composerPage, copy, messageOf, plainText } from 'c/inspireShare';
import { NavigationMixin } from 'lightning/navigation';
import { LightningElement, api } from 'lwc';

/** Three, not ten; more on demand. */
const firstShown = 3;

/**
 * Suggestions in order, and what a rep does with them. Emits `react` with what is to be recorded, `say` with a text for the
 * rep, `fault` with a failure, and `more` when all are shown and more may exist.
 */
export default class InspireSuggestionList extends NavigationMixin(LightningElement) {
  @api recordId = '';
  @api suggestions: Suggestion[] = [];
  @api recipient: Recipient | undefined;
  @api mayHaveMore = false;

  isExpanded = false;
  /** The rep was sent to the composer, or has a copy: did it go out? */
  asked: { itemId: string; question: string } | undefined;
  focusTile: number | undefined;
  labels = { more: MORE };

  get views() {
    const shown = this.isExpanded ? this.suggestions : this.suggestions.slice(0, firstShown);
    return shown.map((suggestion) => ({
      suggestion,
      question: suggestion.itemId === this.asked?.itemId ? this.asked.question : undefined,
    }));
  }

  get showsMore(): boolean {
    return this.mayHaveMore || (!this.isExpanded && this.suggestions.length > firstShown);
  }

  /** Puts the focus on the first suggestion. */
  @api focus(): void {
    this.template?.querySelector<HTMLElement>('c-inspire-suggestion-tile')?.focus();
  }

  renderedCallback(): void {
    if (this.focusTile === undefined) return;
    const tile = this.template?.querySelectorAll<HTMLElement>('c-inspire-suggestion-tile')[this.focusTile];
    tile?.focus();
    if (tile) this.focusTile = undefined;
  }

  more(): void {
    this.focusTile = this.views.length;
    if (this.isExpanded || this.suggestions.length <= firstShown) this.dispatchEvent(new CustomEvent('more'));
    this.isExpanded = true;
  }

  async handleAct(event: CustomEvent<TileAct>): Promise<void> {
    const { currentTarget, detail } = event;
    const id = currentTarget instanceof HTMLElement ? currentTarget.dataset['item'] : undefined;
    const suggestion = this.suggestions.find(({ itemId }) => itemId === id);
    if (suggestion) await this.carryOut(suggestion, detail);
  }

  async carryOut(suggestion: Suggestion, act: TileAct): Promise<void> {
    const { itemId, refresher } = suggestion;
    if (act.kind === 'open') await this.open(suggestion);
    if (act.kind === 'openRefresher' && refresher) await this.read(refresher.itemId, refresher.title);
    if (act.kind === 'use') this.react({ itemId, kind: 'used' });
    if (act.kind === 'share') await this.share(suggestion, act.via);
    if (act.kind === 'sent') this.react({ itemId, kind: 'shared' });
    if (act.kind === 'notSent') this.asked = undefined;
    if (act.kind === 'dismiss') {
      this.react({ itemId, kind: 'dismissed', reason: act.reason, showAgainOn: act.showAgainOn });
    }
  }

  react(detail: Record<string, string>): void {
    this.asked = undefined;
    this.dispatchEvent(new CustomEvent('react', { detail }));
  }

  async open({ itemId, title: label, kind, link, userId }: Suggestion): Promise<void> {
    if (kind === 'person' && userId !== undefined) {
      const attributes = { recordId: userId, objectApiName: 'User', actionName: 'view' };
      this[NavigationMixin.Navigate]?.({ type: 'standard__recordPage', attributes });
    } else if (link !== undefined) {
      this[NavigationMixin.Navigate]?.({ type: 'standard__webPage', attributes: { url: link } });
    } else {
      await this.read(itemId, label, true);
    }
  }

  async read(itemId: string, label: string, canUse = false): Promise<void> {
    const { recordId } = this;
    const outcome = await ContentReader.open<string>({ size: 'medium', label, recordId, itemId, canUse });
    if (outcome === 'use') this.react({ itemId, kind: 'used' });
  }

  async share(suggestion: Suggestion, via: 'email' | 'link' | 'text'): Promise<void> {
    const { itemId } = suggestion;
    try {
      const message = await messageOf(suggestion, this.recordId);
      if (via === 'email') this[NavigationMixin.Navigate]?.(composerPage(message, this.recordId, this.recipient));
      else await copy(via === 'link' ? (message.link ?? '') : plainText(message));
    } catch (failure) {
      const retry = () => this.share(suggestion, via);
      this.dispatchEvent(new CustomEvent('fault', { detail: { failure, retry } }));
      return;
    }
    this.asked = { itemId, question: via === 'email' ? SENT : SENT_COPIED };
    this.dispatchEvent(new CustomEvent('say', { detail: this.asked.question }));
  }
}
