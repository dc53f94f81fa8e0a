import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { describe } from '../../org/describe.ts';
import type { ShownField } from '../../org/record.ts';
import { createRecord, messageOf, type Fields, type FieldValue } from '../../org/rest.ts';
import { toastSuccess } from '../../org/toast.ts';

/** A dialog that makes one record: the named fields to fill in, others fixed. Closes with the new record's id. */
export default class QuickForm extends LightningModal {
  @api heading = '';
  @api sobject = '';
  @api fields: readonly string[] = [];
  @api fixed: Fields = {};

  shown: ShownField[] = [];
  values: Record<string, FieldValue> = {};
  isSaving = false;
  problem: string | undefined;

  connectedCallback(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      const description = await describe(this.sobject);
      this.shown = this.fields.flatMap((name) => {
        const field = description.fields.get(name);
        const value = this.fixed[name] ?? null;
        return field
          ? [
              {
                key: name,
                label: field.label,
                type: field.type,
                value,
                text: null,
                path: null,
                currency: '',
                field,
              },
            ]
          : [];
      });
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  change(event: CustomEvent<{ field: string; value: FieldValue }>): void {
    this.values = { ...this.values, [event.detail.field]: event.detail.value };
  }

  cancel(): void {
    this.close();
  }

  async save(): Promise<void> {
    this.isSaving = true;
    this.problem = undefined;
    try {
      const id = await createRecord(this.sobject, { ...this.fixed, ...this.values });
      toastSuccess(`${this.heading.replace(/^New /, '')} was created.`);
      this.close(id);
    } catch (error) {
      this.problem = messageOf(error);
    } finally {
      this.isSaving = false;
    }
  }
}
