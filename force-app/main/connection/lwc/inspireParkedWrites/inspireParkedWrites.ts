import read from '@salesforce/apex/InspireGateway.read';
import { focusOn } from 'c/inspireFocus';
import { intend, send, type Intention, type Want } from 'c/inspireGateway';
import { createOnce, type Failed } from 'c/inspireOnce';
import { received, type Provisioned, type Reading } from 'c/inspireReading';
import { createRefreshing } from 'c/inspireRefreshing';
import { NavigationMixin, type PageReference } from 'lightning/navigation';
import { LightningElement, wire } from 'lwc';
import type { ParkedWrites } from './answer';
import { labels, retriedText, shownText, waitingText } from './labels';
import { readParkedWrites, rowOf, type Row } from './parked';

const retriedIn = (answer: object): number =>
  'retried' in answer && typeof answer.retried === 'number' ? answer.retried : 0;

/** What Salesforce refused to have written: why, for whom, and trying it again. */
export default class InspireParkedWrites extends NavigationMixin(LightningElement) {
  reading: Reading<ParkedWrites> = {};
  failed: Failed | undefined;
  done = '';
  isSending = false;
  refreshing = createRefreshing((problem) => {
    this.reading = { ...this.reading, problem };
  });
  once = createOnce((failed) => {
    this.failed = failed;
    void focusOn(this, '[data-part="failed"]');
  });
  labels = labels;

  @wire(read, { operation: 'parkedWrites', recordId: null, input: '{}' })
  receive(provisioned: Provisioned): void {
    this.refreshing.note(provisioned);
    this.reading = received(this.reading, provisioned, readParkedWrites);
  }

  get rows(): Row[] {
    const { answer, asOf = new Date() } = this.reading;
    return (answer?.writes ?? []).map((write) => rowOf(write, asOf));
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get shownText(): string {
    return this.reading.answer ? shownText(this.reading.answer) : '';
  }

  get waitingText(): string | undefined {
    const { waiting = 0 } = this.reading.answer ?? {};
    return waiting > 0 ? waitingText(waiting) : undefined;
  }

  refresh(): void {
    void this.refreshing.now();
  }

  retryOne({ currentTarget }: Event): void {
    const { id } = currentTarget instanceof HTMLElement ? currentTarget.dataset : {};
    if (id !== undefined) this.tryAgain({ ids: [id] });
  }

  retryAll(): void {
    this.tryAgain({});
  }

  retryFailed(): void {
    void this.failed?.retry();
  }

  closeFailed(): void {
    this.failed = undefined;
  }

  /** One at a time: what all of them are is another matter after each. */
  tryAgain(input: Want['input']): void {
    const intention = intend({ operation: 'retryWrites', input }, null);
    void this.once('retryWrites', () => this.attempt(intention));
  }

  async attempt(intention: Intention): Promise<void> {
    this.failed = undefined;
    this.done = '';
    this.isSending = true;
    try {
      this.done = retriedText(retriedIn(await send(intention)));
      void focusOn(this, '[data-part="done"]');
      await this.refreshing.now();
    } finally {
      this.isSending = false;
    }
  }

  open(event: Event): void {
    const { currentTarget } = event;
    if (!(currentTarget instanceof HTMLElement)) return;
    const { record: recordId = '', sobject: objectApiName = '' } = currentTarget.dataset;
    this.navigate({
      type: 'standard__recordPage',
      attributes: { recordId, objectApiName, actionName: 'view' },
    });
  }

  navigate(page: PageReference): void {
    this[NavigationMixin.Navigate]?.(page);
  }
}
