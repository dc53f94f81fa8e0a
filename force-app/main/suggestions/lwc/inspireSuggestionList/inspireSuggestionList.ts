import COPIED_SENT from '@salesforce/label/c.Inspire_Copied_Sent';
import SENT from '@salesforce/label/c.Inspire_Sent';
import MORE from '@salesforce/label/c.Inspire_Show_More';
import type { Recipient, Suggestion, TileAct } from 'c/inspireAnswer';
import { openReader } from 'c/inspireContentReader';
import { focusOn } from 'c/inspireFocus';
import { wanted } from 'c/inspireGateway';
import { composerPage, copy, messageOf, plainText, recipientOf } from 'c/inspireShare';
import { NavigationMixin, type PageReference } from 'lightning/navigation';
import { LightningElement, api } from 'lwc';

/**
 * Suggestions in order, and what a rep does with them. Emits `want` with what is to be recorded, `say` with a text for the
 * rep, `fault` with a failure, and `more` when the rep wants to see more.
 */
export default class InspireSuggestionList extends NavigationMixin(LightningElement) {
  @api recordId = '';
  @api suggestions: Suggestion[] = [];
  @api recipients: Recipient[] = [];
  @api visible = 3;
  /** Are there more than these? */
  @api mayHaveMore = false;

  /** The rep was sent to the composer, or has a copy: did it go out? */
  asked: { itemId: string; question: string } | undefined;
  labels = { more: MORE };

  get views() {
    const { asked, suggestions } = this;
    return suggestions.slice(0, this.visible).map((suggestion) => ({
      suggestion,
      question: suggestion.itemId === asked?.itemId ? asked.question : undefined,
    }));
  }

  get showsMore(): boolean {
    return this.mayHaveMore || this.views.length < this.suggestions.length;
  }

  /** Puts the focus on the first suggestion. */
  @api focus(): void {
    void focusOn(this, 'c-inspire-suggestion-tile');
  }

  more(): void {
    const next = Math.min(this.visible + 1, this.suggestions.length);
    this.dispatchEvent(new CustomEvent('more'));
    void focusOn(this, `li:nth-child(${next}) > *`);
  }

  async handleAct({ currentTarget, detail: act }: CustomEvent<TileAct>): Promise<void> {
    const { item } = currentTarget instanceof HTMLElement ? currentTarget.dataset : {};
    const suggestion = this.suggestions.find(({ itemId }) => itemId === item);
    if (suggestion === undefined) return;
    const { refresher } = suggestion;
    if (act === 'notSent') this.asked = undefined;
    else if (act === 'open') await this.open(suggestion);
    else if (act !== 'openRefresher') await this.share(suggestion, act);
    else if (refresher) await openReader(this.recordId, refresher);
  }

  async open(suggestion: Suggestion): Promise<void> {
    const { itemId, kind, link: url, userId: recordId } = suggestion;
    if (kind === 'person' && recordId !== undefined) {
      const attributes = { recordId, objectApiName: 'User', actionName: 'view' };
      this.navigate({ type: 'standard__recordPage', attributes });
    } else if (url !== undefined) {
      this.navigate({ type: 'standard__webPage', attributes: { url } });
    } else if (await openReader(this.recordId, suggestion, true)) {
      this.dispatchEvent(wanted('react', { itemId, kind: 'used' }));
    }
  }

  async share(suggestion: Suggestion, via: 'email' | 'link' | 'text'): Promise<void> {
    try {
      const message = await messageOf(suggestion, this.recordId);
      if (via === 'email')
        this.navigate(composerPage(message, this.recordId, recipientOf(suggestion, this.recipients)));
      else await copy(message.link ?? plainText(message));
    } catch (failure) {
      const retry = () => this.share(suggestion, via);
      this.dispatchEvent(new CustomEvent('fault', { detail: { failure, retry } }));
      return;
    }
    const question = via === 'email' ? SENT : COPIED_SENT;
    this.asked = { itemId: suggestion.itemId, question };
    this.dispatchEvent(new CustomEvent('say', { detail: question }));
  }

  navigate(page: PageReference): void {
    this[NavigationMixin.Navigate]?.(page);
  }
}
