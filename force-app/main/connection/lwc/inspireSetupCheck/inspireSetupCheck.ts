import read from '@salesforce/apex/InspireGateway.read';
import FINE from '@salesforce/label/c.Inspire_Check_Fine';
import SUMMARY from '@salesforce/label/c.Inspire_Check_Summary';
import SUMMARY_OK from '@salesforce/label/c.Inspire_Check_Summary_Ok';
import TITLE from '@salesforce/label/c.Inspire_Check_Title';
import { countText, fill } from 'c/inspireFormat';
import { received, type Provisioned, type Reading } from 'c/inspireReading';
import { createRefreshing } from 'c/inspireRefreshing';
import { LightningElement, wire } from 'lwc';
import type { Finding, SetupCheck } from './answer';
import { readSetupCheck, rowOf, type Row } from './findings';

/** What is missing in the set-up of the org and its connection, and how to fix it. */
export default class InspireSetupCheck extends LightningElement {
  reading: Reading<SetupCheck> = {};
  refreshing = createRefreshing((problem) => {
    this.reading = { ...this.reading, problem };
  });
  title = TITLE;

  @wire(read, { operation: 'setupCheck', recordId: null, input: '{}' })
  receive(provisioned: Provisioned): void {
    this.refreshing.note(provisioned);
    this.reading = received(this.reading, provisioned, readSetupCheck);
  }

  get findings(): Finding[] {
    return this.reading.answer?.findings ?? [];
  }

  /** What somebody has to look at. */
  get openRows(): Row[] {
    return this.rowsWhere(({ state }) => state !== 'ok');
  }

  get fineRows(): Row[] {
    return this.rowsWhere(({ state }) => state === 'ok');
  }

  get fineText(): string {
    return fill(FINE, countText(this.fineRows.length));
  }

  get summary(): string {
    const count = (wanted: Finding['state']): number =>
      this.findings.filter(({ state }) => state === wanted).length;
    const [missing, warnings] = [count('missing'), count('warning')];
    return missing + warnings === 0 ? SUMMARY_OK : fill(SUMMARY, countText(missing), countText(warnings));
  }

  rowsWhere(wanted: (finding: Finding) => boolean): Row[] {
    const { asOf = new Date() } = this.reading;
    return this.findings.filter(wanted).map((finding) => rowOf(finding, asOf));
  }

  /** A check takes calls of the org: one at a time. */
  refresh(): void {
    void this.refreshing.now();
  }
}
