import MORE from '@salesforce/label/c.Inspire_Show_More';
import { wanted, type Want } from 'c/inspireGateway';
import NAMED from '@salesforce/label/c.Inspire_Named';
import WHY from '@salesforce/label/c.Inspire_Touch_Why';
import type { Form } from 'c/inspireActForm';
import { focusOn } from 'c/inspireFocus';
import { fill } from 'c/inspireFormat';
import { LightningElement, api } from 'lwc';

/** What can be done with an entry: asked about in a form, wanted at once, or else the entry is chosen. */
export interface Action {
  key: string;
  label: string;
  form?: () => Form;
  want?: Want;
}

/** A step or a cadence in a list. */
export interface Entry {
  key: string;
  icon?: string;
  iconText?: string;
  title: string;
  badge?: string | undefined;
  lines: string[];
  /** Shown when it is asked for. */
  why?: string | undefined;
  actions: Action[];
}

const atOnce = 10;

/** Entries, ten at a time. Emits `want`, and `choose` with the key of an entry. */
export default class InspireEntries extends LightningElement {
  @api entries: Entry[] = [];
  @api label = '';
  /** Do the actions look like buttons, or like links? */
  @api hasButtons = false;
  @api recordId = '';
  @api today = '';

  shown = atOnce;
  /** Of which entry and action a form is open. */
  opened: { entry: string; action: string; form: Form } | undefined;
  labels = { more: MORE, why: WHY };

  get views() {
    return this.entries.slice(0, this.shown).map((entry) => ({
      ...entry,
      form: this.opened?.entry === entry.key ? this.opened.form : undefined,
      actions: entry.actions.map((action) => ({
        ...action,
        named: fill(NAMED, action.label, entry.title),
      })),
    }));
  }

  get buttonClass(): string {
    const look = this.hasButtons ? 'slds-button_neutral' : 'slds-button_reset slds-text-link';
    return `slds-button ${look} slds-m-right_small`;
  }

  get showsMore(): boolean {
    return this.shown < this.entries.length;
  }

  more(): void {
    this.shown += atOnce;
    void focusOn(this, `li:nth-child(${this.shown - atOnce + 1})`);
  }

  act({ currentTarget }: Event): void {
    const { entry = '', action = '' } = currentTarget instanceof HTMLElement ? currentTarget.dataset : {};
    const found = this.entries.find(({ key }) => key === entry)?.actions.find(({ key }) => key === action);
    const { form, want } = found ?? {};
    if (want) this.dispatchEvent(wanted(want.operation, want.input));
    else if (form) this.open(entry, action, form());
    else this.dispatchEvent(new CustomEvent('choose', { detail: entry }));
  }

  open(entry: string, action: string, form: Form): void {
    this.opened = { entry, action, form };
    void focusOn(this, 'c-inspire-act-form');
  }

  cancel(): void {
    const { entry = '', action = '' } = this.opened ?? {};
    this.close();
    void focusOn(this, `[data-entry="${entry}"][data-action="${action}"]`);
  }

  /** What was wanted is under way; if it fails, the panel offers to repeat it. */
  close(): void {
    this.opened = undefined;
  }
}
