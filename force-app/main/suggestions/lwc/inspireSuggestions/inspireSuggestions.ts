import { refreshApex } from '@salesforce/apex';
import read from '@salesforce/apex/InspireGateway.read';
import { listChange, readAnswer, type Answer, type SetAsideItem } from 'c/inspireAnswer';
import { openReader } from 'c/inspireContentReader';
import { focusOn } from 'c/inspireFocus';
import { intend, send, type Intention, type Want } from 'c/inspireGateway';
import { readProblem, type Problem } from 'c/inspireProblem';
import { RefreshEvent, registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { getRecord, notifyRecordUpdateAvailable, type RecordRepresentation } from 'lightning/uiRecordApi';
import { LightningElement, api, wire } from 'lwc';
import { changesRecords, doneOf, type Done } from './done';
import { fingerprintOf, watchedFields } from 'c/inspireFingerprint';
import { Hands } from 'c/inspireHands';
import { labels, newText } from './labels';
import { viewOf, type View } from './view';

/** Three, not ten; three more wait for "more" without another call, then it is asked once for many. */
const limits = { visible: 3, first: 6, most: 24 };

interface Provisioned<Data> {
  data?: Data | undefined;
  error?: unknown;
}

/**
 * What to use next on this record, and why. Asks the service, keeps the list still under the cursor, and sends what the
 * rep does, once per intention.
 */
export default class InspireSuggestions extends LightningElement {
  @api recordId = '';
  @api objectApiName: string | undefined;

  shown: Answer | undefined;
  /** A newer list that would move what the rep is working on; shown when they ask for it. */
  pending: Answer | undefined;
  problem: Problem | undefined;
  failed: { problem: Problem; retry: () => Promise<void> } | undefined;
  done: Done | undefined;
  announcement = '';
  fingerprint: string | undefined;
  limit = limits.first;
  visible = limits.visible;
  labels = labels;

  asOf = new Date();
  provisioned: Provisioned<string> | undefined;
  refreshing: Promise<void> | undefined;
  refreshHandler: number | undefined;
  inFlight = new Set<string>();
  ownAct = false;
  hands = new Hands();

  get watched() {
    return watchedFields(this.objectApiName);
  }

  /** Undefined, so nothing is asked, until the record is read: the list is asked for once, for the record as it is. */
  get input(): string | undefined {
    const { fingerprint, limit } = this;
    return fingerprint === undefined ? undefined : JSON.stringify({ limit, fingerprint });
  }

  get view(): View {
    return viewOf(this);
  }

  get mayHaveMore(): boolean {
    return this.limit < limits.most && this.shown?.suggestions.length === this.limit;
  }

  get canDecide(): boolean {
    return this.objectApiName === 'Opportunity';
  }

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$watched' })
  receiveRecord({ data, error }: Provisioned<RecordRepresentation>): void {
    if (data) this.fingerprint = fingerprintOf(data);
    else if (error) this.fingerprint ??= 'unread';
  }

  @wire(read, { operation: 'suggestions', recordId: '$recordId', input: '$input' })
  receive(provisioned: Provisioned<string>): void {
    this.provisioned = provisioned;
    try {
      if (provisioned.data) this.take(readAnswer(provisioned.data));
      if (provisioned.error) this.problem = readProblem(provisioned.error);
    } catch (failure) {
      this.problem = readProblem(failure);
    }
  }

  connectedCallback(): void {
    this.refreshHandler = registerRefreshHandler(this, this.refresh);
    document.addEventListener('visibilitychange', this.refreshWhenVisible);
  }

  disconnectedCallback(): void {
    if (this.refreshHandler !== undefined) unregisterRefreshHandler(this.refreshHandler);
    document.removeEventListener('visibilitychange', this.refreshWhenVisible);
  }

  /** Shows a new list, or keeps it back while it would move what the rep is looking at. */
  take(answer: Answer): void {
    this.problem = undefined;
    const change = this.shown && listChange(this.shown, answer, this.visible);
    if (change?.moves && this.hands.areOn && !this.ownAct) {
      this.pending = answer;
      this.announcement = newText(change.added);
      return;
    }
    if (change?.moves) this.announcement = labels.updated;
    this.show(answer);
  }

  show(answer: Answer): void {
    this.shown = answer;
    this.pending = undefined;
    this.ownAct = false;
    this.asOf = new Date();
    this.hands.interacted = false;
  }

  showPending(): void {
    if (this.pending) this.show(this.pending);
    this.done = undefined;
    void focusOn(this, 'c-inspire-suggestion-list');
  }

  /** Asks again; several reasons to do so at once are one call. */
  refresh = (): Promise<void> => {
    this.refreshing ??= this.askAgain();
    return this.refreshing;
  };

  async askAgain(): Promise<void> {
    try {
      await refreshApex(this.provisioned);
    } catch (failure) {
      this.problem = readProblem(failure);
    } finally {
      this.refreshing = undefined;
    }
  }

  refreshWhenVisible = (): void => {
    if (document.visibilityState === 'visible') void this.refresh();
  };

  /** The rep's own button: whatever comes is what they asked for. */
  refreshNow(): void {
    this.ownAct = true;
    void this.refresh();
  }

  more(): void {
    const isMoreHere = this.visible < limits.first;
    this.visible = isMoreHere ? limits.first : limits.most;
    if (isMoreHere) return;
    this.ownAct = true;
    this.limit = limits.most;
  }

  /** Sends what the rep wants; the same thing clicked twice is one intention. */
  async carryOut(want: Want): Promise<void> {
    const key = JSON.stringify(want);
    if (this.inFlight.has(key)) return;
    this.inFlight.add(key);
    await this.attempt(intend(want, this.recordId));
    this.inFlight.delete(key);
  }

  handleWant(event: CustomEvent<Want>): void {
    event.stopPropagation();
    void this.carryOut(event.detail);
  }

  async attempt(intention: Intention): Promise<void> {
    this.failed = undefined;
    this.done = undefined;
    try {
      this.done = doneOf(intention, await send(intention));
    } catch (failure) {
      this.fail(failure, () => this.attempt(intention));
      return;
    }
    void focusOn(this, '[data-part="done"]');
    await this.refreshAfter(intention);
  }

  /** Repeating keeps the intention's key, so that what did arrive the first time does not happen twice. */
  fail(failure: unknown, retry: () => Promise<void>): void {
    this.failed = { problem: readProblem(failure), retry };
    void focusOn(this, '[data-part="failed"]');
  }

  /** What the rep did may move the list at once; everything else on the page hears of a changed record. */
  async refreshAfter(want: Want): Promise<void> {
    await this.refreshing;
    this.ownAct = true;
    const refreshed = this.refresh();
    if (changesRecords(want)) {
      await notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
      this.dispatchEvent(new RefreshEvent());
    }
    await refreshed;
  }

  retry(): void {
    void this.failed?.retry();
  }

  closeFailed(): void {
    this.failed = undefined;
    void focusOn(this, 'c-inspire-suggestion-list');
  }

  handleFault({ detail }: CustomEvent<{ failure: unknown; retry: () => Promise<void> }>): void {
    this.fail(detail.failure, detail.retry);
  }

  handleSay({ detail }: CustomEvent<string>): void {
    this.announcement = detail;
  }

  undoDone(): void {
    const { reactionId } = this.done ?? {};
    void this.carryOut({ operation: 'undoReaction', input: { reactionId } });
  }

  openSetAside({ detail }: CustomEvent<SetAsideItem>): void {
    void openReader(this.recordId, detail);
  }

  noteHands({ type }: Event): void {
    this.hands.note(type);
  }
}
