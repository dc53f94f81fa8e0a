import { LightningElement, api } from 'lwc';
import type { ShownField } from '../../org/record.ts';
import type { FieldValue } from '../../org/rest.ts';

const none = { label: '--None--', value: '' };
const inputTypes: Readonly<Record<string, string>> = {
  int: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  date: 'date',
  datetime: 'datetime',
  url: 'url',
  phone: 'tel',
  email: 'email',
};

/** Edits one field; every change is told as `fieldchange` with `{field, value}`. */
export default class FieldInput extends LightningElement {
  static delegatesFocus = true;

  @api field!: ShownField;

  get isPicklist(): boolean {
    return this.field.type === 'picklist';
  }

  get isTextArea(): boolean {
    return this.field.type === 'textarea';
  }

  get isCheckbox(): boolean {
    return this.field.type === 'boolean';
  }

  get isRequired(): boolean {
    return !this.field.field.nillable && !this.isCheckbox;
  }

  get text(): string {
    return this.field.value === null ? '' : String(this.field.value);
  }

  get options(): { label: string; value: string }[] {
    const values = (this.field.field.picklistValues ?? []).filter((option) => option.active);
    return this.isRequired ? values : [none, ...values];
  }

  get inputType(): string {
    return inputTypes[this.field.type] ?? 'text';
  }

  get step(): string | null {
    return this.inputType === 'number' ? 'any' : null;
  }

  get maxLength(): number | null {
    return this.inputType === 'text' || this.isTextArea ? this.field.field.length || null : null;
  }

  check(event: CustomEvent<{ checked: boolean }>): void {
    this.tell(event.detail.checked);
  }

  change(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    this.tell(value === '' ? null : this.inputType === 'number' ? Number(value) : value);
  }

  private tell(value: FieldValue): void {
    this.dispatchEvent(new CustomEvent('fieldchange', { detail: { field: this.field.key, value } }));
  }
}
