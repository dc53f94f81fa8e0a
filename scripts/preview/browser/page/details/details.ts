import { LightningElement, api } from 'lwc';
import { announceChanges } from '../../org/changes.ts';
import { showField, type PageRecord, type ShownField } from '../../org/record.ts';
import { messageOf, updateRecord, type FieldValue } from '../../org/rest.ts';
import { toastSuccess } from '../../org/toast.ts';

type Line = ShownField & { isEditable: boolean; isEdited: boolean; editLabel: string };

/** The fields of a record in sections; a pencil turns them into a form. */
export default class Details extends LightningElement {
  @api record!: PageRecord;

  isEditing = false;
  isSaving = false;
  problem: string | undefined;
  changed: Record<string, FieldValue> = {};
  closedSections: readonly string[] = [];

  get sections(): { label: string; isOpen: boolean; icon: string; expanded: string; lines: Line[] }[] {
    return this.record.layout.sections.map((section) => {
      const isOpen = !this.closedSections.includes(section.label);
      return {
        label: section.label,
        isOpen,
        expanded: String(isOpen),
        icon: isOpen ? 'utility:chevrondown' : 'utility:chevronright',
        lines: section.fields.flatMap((name) => this.line(name) ?? []),
      };
    });
  }

  private line(name: string): Line | undefined {
    const field = showField(this.record, name);
    if (!field) return undefined;
    const isEditable = field.field.updateable && field.type !== 'reference';
    const value = name in this.changed ? (this.changed[name] ?? null) : field.value;
    return {
      ...field,
      value,
      isEditable: isEditable && !this.isEditing,
      isEdited: isEditable && this.isEditing,
      editLabel: `Edit ${field.label}`,
    };
  }

  toggle(event: Event): void {
    const { currentTarget: button } = event;
    const label = button instanceof HTMLElement ? (button.dataset['label'] ?? '') : '';
    this.closedSections = this.closedSections.includes(label)
      ? this.closedSections.filter((closed) => closed !== label)
      : [...this.closedSections, label];
  }

  edit(event: Event): void {
    const { currentTarget: button } = event;
    const name = button instanceof HTMLElement ? button.dataset['field'] : undefined;
    this.isEditing = true;
    // Focus moves once the form is drawn.
    requestAnimationFrame(() =>
      this.template?.querySelector<HTMLElement>(`page-field-input[data-field="${name}"]`)?.focus(),
    );
  }

  change(event: CustomEvent<{ field: string; value: FieldValue }>): void {
    this.changed = { ...this.changed, [event.detail.field]: event.detail.value };
  }

  cancel(): void {
    this.isEditing = false;
    this.changed = {};
    this.problem = undefined;
  }

  async save(): Promise<void> {
    this.isSaving = true;
    this.problem = undefined;
    try {
      if (Object.keys(this.changed).length > 0)
        await updateRecord(this.record.sobject, this.record.id, this.changed);
      await announceChanges([this.record.id]);
      this.cancel();
      toastSuccess(`${this.record.description.label} "${this.record.name}" was saved.`);
    } catch (error) {
      this.problem = messageOf(error);
    } finally {
      this.isSaving = false;
    }
  }
}
