import { LightningElement, api } from 'lwc';
import type { Tab } from '@preview/flexipages';
import type { PageRecord } from '../../org/record.ts';

/** Tabs of a record page. */
export default class Tabset extends LightningElement {
  @api tabs: readonly Tab[] = [];
  @api record!: PageRecord;
}
