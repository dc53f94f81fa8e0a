import read from '@salesforce/apex/InspireGateway.read';
import { focusOn } from 'c/inspireFocus';
import { intend, send, type Intention, type Want } from 'c/inspireGateway';
import { createOnce, type Failed } from 'c/inspireOnce';
import { readProblem } from 'c/inspireProblem';
import { received, type Provisioned, type Reading } from 'c/inspireReading';
import { createRefreshing } from 'c/inspireRefreshing';
import type { Row } from 'c/inspireTodayList';
import { readToday, todayIn, type TodayAnswer } from 'c/inspireTouchpointAnswer';
import { subjectOf } from 'c/inspireTouchpointCalls';
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
  failed: Failed | undefined;
  said = '';
  labels = labels;

  refreshing = createRefreshing((problem) => {
    this.reading = { ...this.reading, problem };
  });
  once = createOnce((failed) => {
    this.failed = failed;
    void focusOn(this, '[data-part="failed"]');
  });

  @wire(read, { operation: 'today', recordId: null, input: '{}' })
  receive(provisioned: Provisioned): void {
    this.refreshing.note(provisioned);
    this.show(received(this.reading, provisioned, readToday));
  }

  @wire(getRecords, { records: '$records' })
  receiveNames({ data, error }: Provisioned<BatchRepresentation>): void {
    if (data) this.names = namesIn(data);
    else if (error) this.reading = { ...this.reading, problem: readProblem(error) };
  }

  connectedCallback(): void {
    this.refreshing.begin(this);
  }

  disconnectedCallback(): void {
    this.refreshing.end();
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
    const records = recordsOf(reading.answer?.touchpoints ?? []);
    if (JSON.stringify(records) === JSON.stringify(this.records ?? [])) return;
    this.records = records.length > 0 ? records : undefined;
  }

  refresh(): void {
    void this.refreshing.now();
  }

  handleWant(event: CustomEvent<Want>): void {
    event.stopPropagation();
    const intention = intend(event.detail, null);
    void this.once(subjectOf(intention), () => this.attempt(intention));
  }

  async attempt(intention: Intention): Promise<void> {
    this.failed = undefined;
    this.said = '';
    const answer = todayIn(await send(intention));
    await this.refreshing.ended();
    this.show({ answer, asOf: new Date() });
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
