import { LightningElement, api } from 'lwc';
import { flexipages, type Region } from '@preview/flexipages';
import { onChange } from '../../org/changes.ts';
import { formFactor } from '../../org/form-factor.ts';
import { readRecord, type PageRecord } from '../../org/record.ts';
import { registerRefreshHandler, unregisterRefreshHandler } from '../../org/refresh.ts';
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
  #registration = 0;

  connectedCallback(): void {
    const load = () => this.load();
    this.#stop = onChange(this.recordId, load);
    this.#registration = registerRefreshHandler(this, load);
    void load();
  }

  disconnectedCallback(): void {
    this.#stop?.();
    unregisterRefreshHandler(this.#registration);
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
