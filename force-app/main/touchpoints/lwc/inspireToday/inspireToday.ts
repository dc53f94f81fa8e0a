import { refreshApex } from '@salesforce/apex';
import { intend, send, type Intention, type Want } from 'c/inspireGateway';
import read from '@salesforce/apex/InspireGateway.read';
import { focusOn } from 'c/inspireFocus';
import { readProblem, type Problem } from 'c/inspireProblem';
import { received, type Provisioned, type Reading } from 'c/inspireReading';
import type { Row } from 'c/inspireTodayList';
import { readToday, todayIn, type TodayAnswer } from 'c/inspireTouchpointAnswer';
import { subjectOf } from 'c/inspireTouchpointCalls';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { getRecords, type BatchRepresentation } from 'lightning/uiRecordApi';
import { LightningElement, wire } from 'lwc';
import { labels, moreText } from './labels';
import { namesIn, recordsOf, rowsOf } from './rows';

/** What the viewer has to do today, across records, and when they are away. */
export default class InspireToday extends LightningElement {
  reading: Reading<TodayAnswer> = {};
  names: ReadonlyMap<string, string> | undefined;
  /** Undefined, so nothing is asked, until it is known which records are concerned. */
  records: ReturnType<typeof recordsOf> | undefined;
  failed: { problem: Problem; retry: () => Promise<void> } | undefined;
  said = '';
  labels = labels;

  provisioned: Provisioned | undefined;
  refreshing: Promise<void> | undefined;
  refreshHandler: number | undefined;
  inFlight = new Set<string>();

  @wire(read, { operation: 'today', recordId: null, input: '{}' })
  receive(provisioned: Provisioned): void {
    this.provisioned = provisioned;
    this.show(received(this.reading, provisioned, readToday));
  }

  @wire(getRecords, { records: '$records' })
  receiveNames({ data, error }: { data?: BatchRepresentation; error?: unknown }): void {
    if (data) this.names = namesIn(data);
    else if (error) this.reading = { ...this.reading, problem: readProblem(error) };
  }

  connectedCallback(): void {
    this.refreshHandler = registerRefreshHandler(this, this.refresh);
    document.addEventListener('visibilitychange', this.refreshWhenVisible);
  }

  disconnectedCallback(): void {
    if (this.refreshHandler !== undefined) unregisterRefreshHandler(this.refreshHandler);
    document.removeEventListener('visibilitychange', this.refreshWhenVisible);
  }

  /** Until the names are read it waits: a row without its record says nothing. */
  get shown(): Reading<unknown> {
    const isWaiting = this.names === undefined && this.records !== undefined;
    return isWaiting ? { ...this.reading, answer: undefined } : this.reading;
  }

  get today(): string {
    return this.reading.answer?.today ?? '';
  }

  get rows(): Row[] {
    return this.rowsWhere((dueOn) => dueOn <= this.today);
  }

  get coming(): Row[] {
    return this.rowsWhere((dueOn) => dueOn > this.today);
  }

  get emptyHelp(): string | undefined {
    return this.rows.length + this.coming.length === 0 ? labels.emptyHelp : undefined;
  }

  get moreText(): string | undefined {
    return moreText(this.reading.answer?.more ?? 0);
  }

  rowsWhere(matches: (dueOn: string) => boolean): Row[] {
    const touchpoints = this.reading.answer?.touchpoints ?? [];
    const chosen = touchpoints.filter(({ dueOn }) => matches(dueOn));
    return rowsOf(chosen, this.names ?? new Map(), this.today);
  }

  /** Names are asked for anew only when other records are concerned. */
  show(reading: Reading<TodayAnswer>): void {
    this.reading = reading;
    const records = recordsOf(reading.answer ?? { today: '', touchpoints: [], more: 0, absences: [] });
    if (JSON.stringify(records) === JSON.stringify(this.records ?? [])) return;
    this.records = records.length > 0 ? records : undefined;
  }

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

  refreshWhenVisible = (): void => {
    if (document.visibilityState === 'visible') void this.refresh();
  };

  handleWant(event: CustomEvent<Want>): void {
    event.stopPropagation();
    void this.carryOut(intend(event.detail, null));
  }

  async carryOut(intention: Intention): Promise<void> {
    const subject = subjectOf(intention);
    if (this.inFlight.has(subject)) return;
    this.inFlight.add(subject);
    await this.attempt(intention);
    this.inFlight.delete(subject);
  }

  async attempt(intention: Intention): Promise<void> {
    this.failed = undefined;
    this.said = '';
    try {
      const answer = todayIn(await send(intention));
      await this.refreshing;
      this.show({ answer, asOf: new Date() });
    } catch (failure) {
      this.failed = { problem: readProblem(failure), retry: () => this.carryOut(intention) };
      void focusOn(this, '[data-part="failed"]');
      return;
    }
    this.said = intention.input.kind === 'remove' ? labels.removed : labels.added;
    void focusOn(this, '[data-part="said"]');
  }

  retry(): void {
    void this.failed?.retry();
  }

  closeFailed(): void {
    this.failed = undefined;
  }
}
