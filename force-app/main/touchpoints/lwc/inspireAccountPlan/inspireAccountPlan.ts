import read from '@salesforce/apex/InspireGateway.read';
import { fingerprintOf } from 'c/inspireFingerprint';
import { focusOn } from 'c/inspireFocus';
import { fill } from 'c/inspireFormat';
import type { Failed } from 'c/inspireOnce';
import { received, timedIfStale, type Provisioned, type Reading } from 'c/inspireReading';
import { createRefreshing } from 'c/inspireRefreshing';
import { readAccountPlan, type AccountPlan } from 'c/inspireTouchpointAnswer';
import type { Upgrade } from 'c/inspireUpgradeForm';
import { NavigationMixin } from 'lightning/navigation';
import { RefreshEvent } from 'lightning/refresh';
import { createRecord, getRecord, updateRecord, type RecordRepresentation } from 'lightning/uiRecordApi';
import { LightningElement, api, wire } from 'lwc';
import { accountFields, accountOf, withObjectives, withTermEnd, type Account } from './account';
import { labels } from './labels';
import { refusalOf } from './refusal';
import { closeOnOf, upgradeOf } from './upgrade';

interface Said {
  text: string;
  /** The opportunity that was created. */
  opportunityId?: string;
}

/** Dates of the account that count, what is to be reached with it, and the way to an upgrade. Writes as the viewer. */
export default class InspireAccountPlan extends NavigationMixin(LightningElement) {
  @api recordId = '';

  reading: Reading<AccountPlan> = {};
  account: Account | undefined;
  failed: Failed | undefined;
  said: Said | undefined;
  isBusy = false;
  fingerprint: string | undefined;
  labels = labels;
  accountFields = accountFields;

  refreshing = createRefreshing((problem) => {
    this.reading = { ...this.reading, problem };
  });

  /** Undefined, so nothing is asked, until the account is read. */
  get input(): string | undefined {
    const { fingerprint } = this;
    return fingerprint === undefined ? undefined : JSON.stringify({ fingerprint });
  }

  get shown(): Reading<AccountPlan> {
    return timedIfStale(this.reading);
  }

  get mayFill(): boolean {
    return this.reading.answer?.mayAct === true && this.account?.seesTermEnd === true;
  }

  get accountName(): string {
    return this.account?.name ?? '';
  }

  get seesObjectives(): boolean {
    return this.account?.objectives !== undefined;
  }

  get closeOn(): string | undefined {
    return this.reading.answer && closeOnOf(this.reading.answer);
  }

  get opportunityUrl(): string | undefined {
    const { opportunityId } = this.said ?? {};
    return opportunityId === undefined ? undefined : `/lightning/r/Opportunity/${opportunityId}/view`;
  }

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$accountFields' })
  receiveRecord({ data, error }: Provisioned<RecordRepresentation>): void {
    if (data) {
      this.account = accountOf(data);
      this.fingerprint = fingerprintOf(data);
    } else if (error) this.fingerprint ??= 'unread';
  }

  @wire(read, { operation: 'accountPlan', recordId: '$recordId', input: '$input' })
  receive(provisioned: Provisioned): void {
    this.refreshing.note(provisioned);
    this.reading = received(this.reading, provisioned, readAccountPlan);
  }

  connectedCallback(): void {
    this.refreshing.begin(this);
  }

  disconnectedCallback(): void {
    this.refreshing.end();
  }

  refresh(): void {
    void this.refreshing.now();
  }

  fillTerm({ detail: day }: CustomEvent<string>): void {
    void this.save('c-inspire-plan-dates', async () => {
      await updateRecord(withTermEnd(this.recordId, day));
      return { text: labels.termSaved };
    });
  }

  saveObjectives({ detail: text }: CustomEvent<string>): void {
    void this.save('c-inspire-objectives', async () => {
      await updateRecord(withObjectives(this.recordId, text));
      return { text: labels.objectivesSaved };
    });
  }

  createUpgrade({ detail: upgrade }: CustomEvent<Upgrade>): void {
    void this.save('c-inspire-upgrade-form', async () => {
      const { id } = await createRecord(upgradeOf(this.recordId, upgrade));
      this.dispatchEvent(new RefreshEvent());
      return { text: fill(labels.created, upgrade.name), opportunityId: id };
    });
  }

  /** One thing at a time, so that two clicks save once. The form stays as it is until it is saved. */
  async save(form: string, act: () => Promise<Said>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.failed = undefined;
    this.said = undefined;
    try {
      this.said = await act();
      this.template?.querySelector<HTMLElement & { close(): void }>(form)?.close();
      void focusOn(this, '[data-part="said"]');
    } catch (failure) {
      this.failed = { problem: refusalOf(failure), retry: () => this.save(form, act) };
      void focusOn(this, '[data-part="failed"]');
    } finally {
      this.isBusy = false;
    }
  }

  retry(): void {
    void this.failed?.retry();
  }

  closeFailed(): void {
    this.failed = undefined;
  }

  /** A click with a key held down stays the browser's: it opens another tab. */
  openUpgrade(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { opportunityId: recordId = '' } = this.said ?? {};
    const attributes = { recordId, objectApiName: 'Opportunity', actionName: 'view' };
    this[NavigationMixin.Navigate]?.({ type: 'standard__recordPage', attributes });
  }
}
