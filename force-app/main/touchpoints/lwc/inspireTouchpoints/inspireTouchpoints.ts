import { refreshApex } from '@salesforce/apex';
import { intend, send, type Intention, type Want } from 'c/inspireGateway';
import read from '@salesforce/apex/InspireGateway.read';
import { openReader } from 'c/inspireContentReader';
import type { Entry } from 'c/inspireEntries';
import { focusOn } from 'c/inspireFocus';
import { readProblem, type Problem } from 'c/inspireProblem';
import { received, type Provisioned, type Reading } from 'c/inspireReading';
import {
  readTouchpoints,
  touchpointsIn,
  type TouchpointContent,
  type TouchpointsAnswer,
} from 'c/inspireTouchpointAnswer';
import { subjectOf } from 'c/inspireTouchpointCalls';
import { NavigationMixin } from 'lightning/navigation';
import { RefreshEvent, registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { getRecord, notifyRecordUpdateAvailable, type RecordRepresentation } from 'lightning/uiRecordApi';
import { LightningElement, api, wire } from 'lwc';
import { cadencesOf, offersOf } from './cadences';
import { fingerprintOf, watchedFields } from 'c/inspireFingerprint';
import { Hands } from 'c/inspireHands';
import { labels } from './labels';
import { noteWrite, revisionOf } from './revision';
import { saidOf, type Said } from './said';
import { moves, viewOf, type View } from './view';

/**
 * What to do next on this record, and what comes after. Asks the service, keeps still under the cursor, and sends what the
 * rep does, once per intention; the answer to that is shown at once.
 */
export default class InspireTouchpoints extends NavigationMixin(LightningElement) {
  @api recordId = '';
  @api objectApiName: string | undefined;

  reading: Reading<TouchpointsAnswer> = {};
  /** A newer answer that would move what the rep is working on; shown when they ask for it. */
  pending: TouchpointsAnswer | undefined;
  failed: { problem: Problem; retry: () => Promise<void> } | undefined;
  said: Said | undefined;
  chosenId: string | undefined;
  justDoneId: string | undefined;
  announcement = '';
  fingerprint: string | undefined;
  revision = '';
  labels = labels;

  provisioned: Provisioned | undefined;
  refreshing: Promise<void> | undefined;
  refreshHandler: number | undefined;
  sending: Promise<void> = Promise.resolve();
  inFlight = new Set<string>();
  ownAct = false;
  isTelling = false;
  hands = new Hands();

  get watched() {
    return watchedFields(this.objectApiName);
  }

  /** Undefined, so nothing is asked, until the record is read: it is asked once, for the record as it is. */
  get input(): string | undefined {
    const { fingerprint, revision } = this;
    return fingerprint === undefined
      ? undefined
      : JSON.stringify({ fingerprint: `${fingerprint}${revision}` });
  }

  get answer(): TouchpointsAnswer | undefined {
    return this.reading.answer;
  }

  /** As of when it is matters, and takes a line, only when it can not be asked again. */
  get shown(): Reading<TouchpointsAnswer> {
    const { reading } = this;
    return reading.problem ? reading : { answer: reading.answer };
  }

  get view(): View | undefined {
    const { answer, chosenId, justDoneId } = this;
    return answer && viewOf({ answer, chosenId, justDoneId });
  }

  get cadences(): Entry[] {
    return this.answer ? cadencesOf(this.answer) : [];
  }

  get offers(): Entry[] {
    return this.answer?.mayAct ? offersOf(this.answer) : [];
  }

  /** Where nothing is planned, what can be begun is all there is to see. */
  get isOffering(): boolean {
    return this.answer?.mayAct === true && this.view?.isEmpty === true;
  }

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$watched' })
  receiveRecord({ data, error }: { data?: RecordRepresentation; error?: unknown }): void {
    if (data) this.fingerprint = fingerprintOf(data);
    else if (error) this.fingerprint ??= 'unread';
  }

  @wire(read, { operation: 'touchpoints', recordId: '$recordId', input: '$input' })
  receive(provisioned: Provisioned): void {
    this.provisioned = provisioned;
    const reading = received(this.reading, provisioned, readTouchpoints);
    if (reading.answer && reading.answer !== this.answer) this.take(reading.answer);
    else this.reading = reading;
  }

  connectedCallback(): void {
    this.revision = revisionOf(this.recordId);
    this.refreshHandler = registerRefreshHandler(this, this.refreshWithPage);
    document.addEventListener('visibilitychange', this.refreshWhenVisible);
  }

  disconnectedCallback(): void {
    if (this.refreshHandler !== undefined) unregisterRefreshHandler(this.refreshHandler);
    document.removeEventListener('visibilitychange', this.refreshWhenVisible);
  }

  /** Shows a new answer, or keeps it back while it would move what the rep is looking at. */
  take(answer: TouchpointsAnswer): void {
    const isMoving = this.answer !== undefined && moves(this.answer, answer);
    if (isMoving && this.hands.areOn && !this.ownAct) {
      this.reading = { ...this.reading, problem: undefined };
      this.pending = answer;
      this.announcement = labels.changed;
      return;
    }
    if (isMoving) this.announcement = labels.updated;
    this.show(answer);
  }

  /** The same answer again changes nothing on the screen: an open form stays as it is. */
  show(answer: TouchpointsAnswer): void {
    const isSame = JSON.stringify(answer) === JSON.stringify(this.answer);
    this.reading = { answer: isSame ? this.answer : answer, asOf: new Date() };
    this.pending = undefined;
    this.ownAct = false;
    this.hands.interacted = false;
  }

  showPending(): void {
    if (this.pending) this.show(this.pending);
    this.said = undefined;
    void focusOn(this, 'c-inspire-next-step');
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
      this.reading = { ...this.reading, problem: readProblem(failure) };
    } finally {
      this.refreshing = undefined;
    }
  }

  /** The page is refreshed because of what was done here: the answer to that is already shown. */
  refreshWithPage = (): Promise<void> => (this.isTelling ? Promise.resolve() : this.refresh());

  refreshWhenVisible = (): void => {
    if (document.visibilityState === 'visible') void this.refresh();
  };

  /** The rep's own button: whatever comes is what they asked for. */
  refreshNow(): void {
    this.ownAct = true;
    void this.refresh();
  }

  handleWant(event: CustomEvent<Want>): void {
    event.stopPropagation();
    void this.carryOut(intend(event.detail, this.recordId));
  }

  /** One thing after the other, so that the last answer is the last word; twice about the same thing is once. */
  async carryOut(intention: Intention): Promise<void> {
    const subject = subjectOf(intention);
    if (this.inFlight.has(subject)) return;
    this.inFlight.add(subject);
    this.sending = this.sending.then(() => this.attempt(intention));
    await this.sending;
    this.inFlight.delete(subject);
  }

  async attempt(intention: Intention): Promise<void> {
    this.failed = undefined;
    this.said = undefined;
    try {
      const answer = touchpointsIn(await send(intention));
      await this.refreshing;
      this.settle(intention, answer);
      void this.tellThePage();
    } catch (failure) {
      this.fail(failure, () => this.carryOut(intention));
    }
  }

  settle(intention: Intention, answer: TouchpointsAnswer): void {
    const { kind, touchpointId } = intention.input;
    noteWrite(this.recordId);
    this.said = saidOf(intention, answer);
    this.justDoneId = kind === 'done' && typeof touchpointId === 'string' ? touchpointId : undefined;
    this.chosenId = undefined;
    this.show(answer);
    void focusOn(this, '[data-part="said"]');
  }

  /** Repeating keeps the intention's key, so that what did arrive the first time does not happen twice. */
  fail(failure: unknown, retry: () => Promise<void>): void {
    this.failed = { problem: readProblem(failure), retry };
    void focusOn(this, '[data-part="failed"]');
  }

  /** Tasks may have been written: everything else on the page hears of it. */
  async tellThePage(): Promise<void> {
    await notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
    this.isTelling = true;
    this.dispatchEvent(new RefreshEvent());
    this.isTelling = false;
  }

  retry(): void {
    void this.failed?.retry();
  }

  closeFailed(): void {
    this.failed = undefined;
    void focusOn(this, 'c-inspire-next-step');
  }

  undo(): void {
    if (this.said?.undo) void this.carryOut(intend(this.said.undo, this.recordId));
  }

  /** Without an id it is the next step again. */
  choose({ detail }: CustomEvent<string | null>): void {
    this.chosenId = detail ?? undefined;
    void focusOn(this, 'c-inspire-next-step');
  }

  openContent({ detail }: CustomEvent<TouchpointContent>): void {
    const { link: url } = detail;
    if (url === undefined) void openReader(this.recordId, detail);
    else this[NavigationMixin.Navigate]?.({ type: 'standard__webPage', attributes: { url } });
  }

  noteHands({ type }: Event): void {
    this.hands.note(type);
  }
}
