import { refreshApex } from '@salesforce/apex';
import read from '@salesforce/apex/InspireGateway.read';
import { focusOn } from 'c/inspireFocus';
import { intend, send, type Intention } from 'c/inspireGateway';
import { readProblem, type Problem } from 'c/inspireProblem';
import { received, type Provisioned, type Reading } from 'c/inspireReading';
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
  provisioned: Provisioned | undefined;
  failed: { problem: Problem; intention: Intention } | undefined;
  done = '';
  isSending = false;
  labels = labels;

  @wire(read, { operation: 'parkedWrites', recordId: null, input: '{}' })
  receive(provisioned: Provisioned): void {
    this.provisioned = provisioned;
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

  async refresh(): Promise<void> {
    try {
      await refreshApex(this.provisioned);
    } catch (failure) {
      this.reading = { ...this.reading, problem: readProblem(failure) };
    }
  }

  retryOne({ currentTarget }: Event): void {
    const { id } = currentTarget instanceof HTMLElement ? currentTarget.dataset : {};
    if (id !== undefined) void this.attempt(intend({ operation: 'retryWrites', input: { ids: [id] } }, null));
  }

  retryAll(): void {
    void this.attempt(intend({ operation: 'retryWrites', input: {} }, null));
  }

  /** Repeating a failed attempt keeps its key, so that what did arrive does not happen twice. */
  retryFailed(): void {
    if (this.failed) void this.attempt(this.failed.intention);
  }

  closeFailed(): void {
    this.failed = undefined;
  }

  async attempt(intention: Intention): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    this.failed = undefined;
    this.done = '';
    try {
      this.done = retriedText(retriedIn(await send(intention)));
      void focusOn(this, '[data-part="done"]');
      await this.refresh();
    } catch (failure) {
      this.failed = { problem: readProblem(failure), intention };
      void focusOn(this, '[data-part="failed"]');
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
