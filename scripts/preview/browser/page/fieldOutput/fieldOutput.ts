import { LightningElement, api } from 'lwc';
import type { ShownField } from '../../org/record.ts';
import { follow } from '../../org/navigate.ts';

/** A field's value as Lightning shows it. */
export default class FieldOutput extends LightningElement {
  @api field!: ShownField;

  get isEmpty(): boolean {
    return this.field.value === null || this.field.value === '';
  }
  get isLink(): boolean {
    return this.field.path !== null;
  }
  get isCurrency(): boolean {
    return this.field.type === 'currency';
  }
  get isPercent(): boolean {
    return this.field.type === 'percent';
  }
  get isNumber(): boolean {
    return this.field.type === 'int' || this.field.type === 'double';
  }
  get isDate(): boolean {
    return this.field.type === 'date';
  }
  get isDateTime(): boolean {
    return this.field.type === 'datetime';
  }
  get isUrl(): boolean {
    return this.field.type === 'url';
  }
  get isPhone(): boolean {
    return this.field.type === 'phone';
  }
  get fraction(): number {
    return Number(this.field.value) / 100;
  }

  go(event: MouseEvent): void {
    follow(event);
  }
}
