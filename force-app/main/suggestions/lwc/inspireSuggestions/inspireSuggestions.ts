import read from '@salesforce/apex/InspireGateway.read';
import { listChange, readAnswer, type Answer, type SetAsideItem } from 'c/inspireAnswer';
import { openReader } from 'c/inspireContentReader';
import { fingerprintOf, watchedFields } from 'c/inspireFingerprint';
import { focusOn } from 'c/inspireFocus';
import { intend, send, type Intention, type Want } from 'c/inspireGateway';
import { Hands } from 'c/inspireHands';
import { createOnce, type Failed } from 'c/inspireOnce';
import { readProblem, type Problem } from 'c/inspireProblem';
import type { Provisioned } from 'c/inspireReading';
import { createRefreshing } from 'c/inspireRefreshing';
import { RefreshEvent } from 'lightning/refresh';
import { getRecord, type RecordRepresentation } from 'lightning/uiRecordApi';
import { LightningElement, api, wire } from 'lwc';
import { changesRecords, doneOf, type Done } from './done';
import { labels, newText } from './labels';
import { viewOf, type View } from './view';

/** Three, not ten; three more wait for "more" without another call, then it is asked once for many. */
const limits = { visible: 3, first: 6, most: 24 };

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
  failed: Failed | undefined;
  done: Done | undefined;
  announcement = '';
  fingerprint: string | undefined;
  limit = limits.first;
  visible = limits.visible;
  labels = labels;

  asOf = new Date();
  refreshing = createRefreshing((problem) => {
    this.problem = problem;
  });
  once = createOnce((failed) => {
    this.fail(failed);
  });
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
  receive(provisioned: Provisioned): void {
    this.refreshing.note(provisioned);
    try {
      if (provisioned.data) this.take(readAnswer(provisioned.data));
      if (provisioned.error) this.problem = readProblem(provisioned.error);
    } catch (failure) {
      this.problem = readProblem(failure);
    }
  }

  connectedCallback(): void {
    this.refreshing.begin(this);
  }

  disconnectedCallback(): void {
    this.refreshing.end();
  }

  /** Shows a new list, or keeps it back while it would move what the rep is looking at. */
  take(answer: Answer): void {
    this.problem = undefined;
    const change = this.shown && listChange(this.shown, answer, this.visible);
    if (change?.moves && this.hands.areOn) {
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
    this.asOf = new Date();
    this.hands.rest();
  }

  showPending(): void {
    if (this.pending) this.show(this.pending);
    this.done = undefined;
    void focusOn(this, 'c-inspire-suggestion-list');
  }

  /** The rep's own button: whatever comes is what they asked for. */
  refreshNow(): void {
    this.hands.asked = true;
    void this.refreshing.now();
  }

  more(): void {
    const isMoreHere = this.visible < limits.first;
    this.visible = isMoreHere ? limits.first : limits.most;
    if (isMoreHere) return;
    this.hands.asked = true;
    this.limit = limits.most;
  }

  /** Sends what the rep wants; the same thing clicked twice is one intention. */
  carryOut(want: Want): void {
    const intention = intend(want, this.recordId);
    void this.once(JSON.stringify(want), () => this.attempt(intention));
  }

  handleWant(event: CustomEvent<Want>): void {
    event.stopPropagation();
    this.carryOut(event.detail);
  }

  async attempt(intention: Intention): Promise<void> {
    this.failed = undefined;
    this.done = undefined;
    this.done = doneOf(intention, await send(intention));
    void focusOn(this, '[data-part="done"]');
    await this.refreshAfter(intention);
  }

  fail(failed: Failed): void {
    this.failed = failed;
    void focusOn(this, '[data-part="failed"]');
  }

  /** What the rep did may move the list at once; everything else on the page hears of a changed record. */
  async refreshAfter(want: Want): Promise<void> {
    await this.refreshing.ended();
    this.hands.asked = true;
    const refreshed = this.refreshing.now();
    if (changesRecords(want)) {
      await this.refreshing.tell(this.recordId);
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
    this.fail({ problem: readProblem(detail.failure), retry: detail.retry });
  }

  handleSay({ detail }: CustomEvent<string>): void {
    this.announcement = detail;
  }

  undoDone(): void {
    const { reactionId } = this.done ?? {};
    this.carryOut({ operation: 'undoReaction', input: { reactionId } });
  }

  openSetAside({ detail }: CustomEvent<SetAsideItem>): void {
    void openReader(this.recordId, detail);
  }

  noteHands({ type }: Event): void {
    this.hands.note(type);
  }
}
