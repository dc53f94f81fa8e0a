import { LightningElement, api } from 'lwc';
import { flexipages, type Region } from '@preview/flexipages';
import { followRecord } from '../../org/follow-record.ts';
import { formFactor } from '../../org/form-factor.ts';
import { readRecord, type PageRecord } from '../../org/record.ts';
import { messageOf } from '../../org/rest.ts';

/** For objects whose page is Salesforce's own. */
const plainPage: Record<'header' | 'main' | 'sidebar', Region> = {
  header: [{ component: 'force:highlightsPanel', formFactor: null, tabs: [] }],
  main: [
    {
      component: 'flexipage:tabset',
      formFactor: null,
      tabs: [{ label: 'Details', region: [{ component: 'force:detailPanel', formFactor: null, tabs: [] }] }],
    },
  ],
  sidebar: [],
};

/** A record page: the regions of its flexipage, all fed from one reading of the record. */
export default class RecordPage extends LightningElement {
  @api recordId = '';
  @api sobject = '';

  record: PageRecord | undefined;
  problem: string | undefined;
  #stop: (() => void) | undefined;

  connectedCallback(): void {
    this.#stop = followRecord(this.recordId, () => this.load());
  }

  disconnectedCallback(): void {
    this.#stop?.();
  }

  private async load(): Promise<void> {
    try {
      this.record = await readRecord(this.sobject, this.recordId);
      this.problem = undefined;
      document.title = `${this.record.name} | ${this.record.description.label} | Salesforce`;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  get header(): Region {
    return this.region('header');
  }

  get main(): Region {
    return this.region('main');
  }

  get sidebar(): Region {
    return this.region('sidebar');
  }

  get isLoading(): boolean {
    return this.record === undefined && this.problem === undefined;
  }

  get isPhone(): boolean {
    return formFactor === 'Small';
  }

  private region(name: 'header' | 'main' | 'sidebar'): Region {
    return (flexipages[this.sobject] ?? plainPage)[name];
  }
}
