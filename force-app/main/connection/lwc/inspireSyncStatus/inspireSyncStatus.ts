import read from '@salesforce/apex/InspireGateway.read';
import { createPolling } from 'c/inspirePolling';
import { received, type Provisioned, type Reading } from 'c/inspireReading';
import { createRefreshing } from 'c/inspireRefreshing';
import { LightningElement, wire } from 'lwc';
import type { Connection, SyncStatus } from './answer';
import { apiCallsText, labels, userText } from './labels';
import { rowOf, type Row } from './row';
import { readStatus } from './status';

const pollMs = 4_000;

/** How far the org is in step, object by object; follows a first load by itself. */
export default class InspireSyncStatus extends LightningElement {
  reading: Reading<SyncStatus> = {};
  refreshing = createRefreshing((problem) => {
    this.reading = { ...this.reading, problem };
  });
  polling = createPolling(() => void this.refreshing.now(), pollMs);
  labels = labels;

  @wire(read, { operation: 'syncStatus', recordId: null, input: '{}' })
  receive(provisioned: Provisioned): void {
    this.refreshing.note(provisioned);
    this.reading = received(this.reading, provisioned, readStatus);
    this.polling.want(this.isConnected && this.reading.answer?.isLoading === true);
  }

  disconnectedCallback(): void {
    this.polling.want(false);
  }

  get connection(): Connection | null | undefined {
    return this.reading.answer?.connection;
  }

  get isUnconnected(): boolean {
    return this.connection === null;
  }

  get userText(): string {
    return userText(this.connection?.username ?? null);
  }

  get apiCallsText(): string {
    return apiCallsText(this.connection?.apiUsage ?? null);
  }

  get rows(): Row[] {
    const { answer, asOf = new Date() } = this.reading;
    return (answer?.objects ?? []).map((object) => rowOf(object, asOf));
  }

  /** A slow answer is waited for before the next question. */
  refresh(): void {
    void this.refreshing.now();
  }
}
