import { LightningElement, api } from 'lwc';
import { showField, type PageRecord, type ShownField } from '../../org/record.ts';

/** Name and key fields of the record. */
export default class Highlights extends LightningElement {
  @api record!: PageRecord;

  get icon(): string {
    return this.record.layout.icon;
  }

  get fields(): ShownField[] {
    return this.record.layout.highlights.flatMap((name) => showField(this.record, name) ?? []);
  }
}
