import read from '@salesforce/apex/InspireGateway.read';
import { openReader } from 'c/inspireContentReader';
import type { Entry } from 'c/inspireEntries';
import { fingerprintOf, watchedFields } from 'c/inspireFingerprint';
import { focusOn } from 'c/inspireFocus';
import { intend, send, type Intention, type Want } from 'c/inspireGateway';
import { Hands } from 'c/inspireHands';
import { createOnce, type Failed } from 'c/inspireOnce';
import { received, timedIfStale, type Provisioned, type Reading } from 'c/inspireReading';
import { createRefreshing } from 'c/inspireRefreshing';
import {
  readTouchpoints,
  touchpointsIn,
  type TouchpointContent,
  type TouchpointsAnswer,
} from 'c/inspireTouchpointAnswer';
import { subjectOf } from 'c/inspireTouchpointCalls';
import { NavigationMixin } from 'lightning/navigation';
import { RefreshEvent } from 'lightning/refresh';
import { getRecord, type RecordRepresentation } from 'lightning/uiRecordApi';
import { LightningElement, api, wire } from 'lwc';
import { cadencesOf, offersOf } from './cadences';
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
  failed: Failed | undefined;
  said: Said | undefined;
  chosenId: string | undefined;
  justDoneId: string | undefined;
  announcement = '';
  fingerprint: string | undefined;
  revision = '';
  labels = labels;

  refreshing = createRefreshing((problem) => {
    this.reading = { ...this.reading, problem };
  });
  once = createOnce((failed) => {
    this.failed = failed;
    void focusOn(this, '[data-part="failed"]');
  });
  sending: Promise<void> = Promise.resolve();
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

  get shown(): Reading<TouchpointsAnswer> {
    return timedIfStale(this.reading);
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
  receiveRecord({ data, error }: Provisioned<RecordRepresentation>): void {
    if (data) this.fingerprint = fingerprintOf(data);
    else if (error) this.fingerprint ??= 'unread';
  }

  @wire(read, { operation: 'touchpoints', recordId: '$recordId', input: '$input' })
  receive(provisioned: Provisioned): void {
    this.refreshing.note(provisioned);
    const reading = received(this.reading, provisioned, readTouchpoints);
    if (reading.answer && reading.answer !== this.answer) this.take(reading.answer);
    else this.reading = reading;
  }

  connectedCallback(): void {
    this.revision = revisionOf(this.recordId);
    this.refreshing.begin(this, this.refreshWithPage);
  }

  disconnectedCallback(): void {
    this.refreshing.end();
  }

  /** Shows a new answer, or keeps it back while it would move what the rep is looking at. */
  take(answer: TouchpointsAnswer): void {
    const isMoving = this.answer !== undefined && moves(this.answer, answer);
    if (isMoving && this.hands.areOn) {
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
    this.hands.rest();
  }

  showPending(): void {
    if (this.pending) this.show(this.pending);
    this.said = undefined;
    void focusOn(this, 'c-inspire-next-step');
  }

  /** The page is refreshed because of what was done here: the answer to that is already shown. */
  refreshWithPage = (): Promise<void> => (this.isTelling ? Promise.resolve() : this.refreshing.now());

  /** The rep's own button: whatever comes is what they asked for. */
  refreshNow(): void {
    this.hands.asked = true;
    void this.refreshing.now();
  }

  handleWant(event: CustomEvent<Want>): void {
    event.stopPropagation();
    this.carryOut(event.detail);
  }

  /** One thing after the other, so that the last answer is the last word; twice about the same thing is once. */
  carryOut(want: Want): void {
    const intention = intend(want, this.recordId);
    const attempt = () => this.attempt(intention);
    void this.once(subjectOf(want), () => (this.sending = this.sending.then(attempt, attempt)));
  }

  async attempt(intention: Intention): Promise<void> {
    this.failed = undefined;
    this.said = undefined;
    const answer = touchpointsIn(await send(intention));
    await this.refreshing.ended();
    this.settle(intention, answer);
    void this.tellThePage();
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

  /** Tasks may have been written: everything else on the page hears of it. */
  async tellThePage(): Promise<void> {
    await this.refreshing.tell(this.recordId);
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
    if (this.said?.undo) this.carryOut(this.said.undo);
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
