import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import type { Addition, Candidate, Entry } from '../../org/additions.ts';
import { createRecord, messageOf, type FieldValue } from '../../org/rest.ts';
import QuickForm from '../quickForm/quickForm.ts';

type Picked = Candidate & { values: Record<string, FieldValue> };

/** "Add contact roles", "Add products": pick rows, fill in a few values for each, save. */
export default class AddRelated extends LightningModal {
  @api addition!: Addition;

  candidates: Candidate[] | undefined;
  picked: Picked[] = [];
  entries: Entry[] = [];
  isFilling = false;
  isSaving = false;
  problem: string | undefined;
  #latest = 0;

  connectedCallback(): void {
    void this.find('');
  }

  get title(): string {
    return this.isFilling
      ? `Edit Selected ${capital(this.addition.noun)}s`
      : `Add ${capital(this.addition.noun)}s`;
  }

  get searchLabel(): string {
    return `Search ${this.addition.noun}s`;
  }

  get options(): (Candidate & { checked: boolean; key: string })[] {
    const ids = new Set(this.picked.map(({ id }) => id));
    return (this.candidates ?? []).map((candidate) => ({
      ...candidate,
      key: candidate.id,
      checked: ids.has(candidate.id),
    }));
  }

  get isEmpty(): boolean {
    return this.candidates?.length === 0;
  }

  get isNextDisabled(): boolean {
    return this.picked.length === 0;
  }

  get count(): string {
    return `${this.picked.length} selected`;
  }

  get lines() {
    return this.picked.map(({ id, name, values }) => ({
      key: id,
      name,
      cells: this.entries.map(({ field, label, input, options }) => ({
        key: `${id}-${field}`,
        id,
        field,
        options,
        label: `${label} of ${name}`,
        value: values[field] === null ? '' : String(values[field] ?? ''),
        checked: values[field] === true,
        isPicklist: input === 'picklist',
        isNumber: input === 'number',
        isRadio: input === 'radio',
      })),
    }));
  }

  search(event: CustomEvent<{ value: string }>): void {
    void this.find(event.detail.value.trim());
  }

  private async find(text: string): Promise<void> {
    const number = ++this.#latest;
    try {
      const found = await this.addition.find(text);
      if (number === this.#latest) this.candidates = found;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  pick(event: Event): void {
    const { currentTarget: box } = event;
    const id = box instanceof HTMLElement ? box.dataset['id'] : undefined;
    const candidate = this.candidates?.find((each) => each.id === id);
    const isPicked = this.picked.some((each) => each.id === id);
    if (isPicked) this.picked = this.picked.filter((each) => each.id !== id);
    else if (candidate) this.picked = [...this.picked, { ...candidate, values: { ...candidate.values } }];
  }

  async create(): Promise<void> {
    const fields = ['FirstName', 'LastName', 'Title', 'Email', 'Phone'];
    const fixed = { AccountId: this.addition.newContactFor };
    const id = await QuickForm.open<string>({
      size: 'small',
      label: 'New Contact',
      heading: 'New Contact',
      sobject: 'Contact',
      fields,
      fixed,
    });
    if (id === undefined) return;
    await this.find('');
    const made = this.candidates?.find((candidate) => candidate.id.slice(0, 15) === id.slice(0, 15));
    if (made) this.picked = [...this.picked, { ...made, values: { ...made.values } }];
  }

  async fill(): Promise<void> {
    this.entries = await this.addition.entries();
    this.isFilling = true;
  }

  back(): void {
    this.isFilling = false;
  }

  enter(event: CustomEvent<{ value: string }>): void {
    const { currentTarget: input } = event;
    if (!(input instanceof HTMLElement)) return;
    const { id = '', field = '' } = input.dataset;
    const { value } = event.detail;
    const isNumber = this.entries.some((entry) => entry.field === field && entry.input === 'number');
    this.set(id, field, value === '' ? null : isNumber ? Number(value) : value);
  }

  choosePrimary(event: Event): void {
    const { currentTarget: radio } = event;
    if (!(radio instanceof HTMLElement)) return;
    const { id = '', field = '' } = radio.dataset;
    for (const each of this.picked) this.set(each.id, field, each.id === id);
  }

  private set(id: string, field: string, value: FieldValue): void {
    this.picked = this.picked.map((each) =>
      each.id === id ? { ...each, values: { ...each.values, [field]: value } } : each,
    );
  }

  cancel(): void {
    this.close(false);
  }

  async save(): Promise<void> {
    this.isSaving = true;
    this.problem = undefined;
    const { sobject, fixed, picked, prepare } = this.addition;
    try {
      await prepare();
      for (const { id, values } of this.picked)
        await createRecord(sobject, { ...fixed, [picked]: id, ...values });
      this.close(true);
    } catch (error) {
      this.problem = messageOf(error);
    } finally {
      this.isSaving = false;
    }
  }
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
