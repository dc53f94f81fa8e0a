import { LightningElement, api } from 'lwc';
import { z } from 'zod/mini';
import { describe } from '../../org/describe.ts';
import { textOf } from '../../org/field-text.ts';
import { layoutOf } from '../../org/layouts.ts';
import { formFactor } from '../../org/form-factor.ts';
import { follow, recordPath } from '../../org/navigate.ts';
import { messageOf, query, type FieldValue } from '../../org/rest.ts';
import { columnsOf, rowOf, type ListColumn, type ListRow } from '../../org/list-views.ts';
import { session } from '../../org/session.ts';

const pageSize = 200;

/** A list view: all records of an object, or one's own; sorted by a click on a column. */
export default class ListView extends LightningElement {
  @api
  get sobject(): string {
    return this.#sobject;
  }
  set sobject(name: string) {
    this.#sobject = name;
    this.sortedBy = columnsOf(name)[0]?.sortBy ?? 'Name';
    this.rows = undefined;
    if (this.isConnected) void this.load();
  }
  #sobject = '';

  rows: ListRow[] | undefined;
  problem: string | undefined;
  label = '';
  scope: 'all' | 'mine' = 'all';
  sortedBy = 'Name';
  direction: 'asc' | 'desc' = 'asc';

  connectedCallback(): void {
    void this.load();
  }

  get columns(): readonly ListColumn[] {
    return columnsOf(this.sobject);
  }

  get icon(): string {
    return layoutOf(this.sobject).icon;
  }

  get scopes(): { label: string; value: string }[] {
    return [
      { label: `All ${this.label}`, value: 'all' },
      { label: `My ${this.label}`, value: 'mine' },
    ];
  }

  get status(): string {
    const count = this.rows?.length ?? 0;
    return `${count === pageSize ? `${pageSize}+` : count} items • Sorted by ${this.columns.find((column) => column.sortBy === this.sortedBy)?.label ?? 'Name'}`;
  }

  get isLoading(): boolean {
    return this.rows === undefined && this.problem === undefined;
  }

  sort(event: CustomEvent<{ fieldName: string; sortDirection: 'asc' | 'desc' }>): void {
    this.sortedBy =
      this.columns.find((column) => column.fieldName === event.detail.fieldName)?.sortBy ?? 'Name';
    this.direction = event.detail.sortDirection;
    void this.load();
  }

  get sortedColumn(): string {
    return this.columns.find((column) => column.sortBy === this.sortedBy)?.fieldName ?? '';
  }

  choose(event: CustomEvent<{ value: 'all' | 'mine' }>): void {
    this.scope = event.detail.value;
    void this.load();
  }

  private async load(): Promise<void> {
    const { sobject } = this;
    try {
      this.label = (await describe(sobject)).labelPlural;
      document.title = `${this.label} | Salesforce`;
      const own = this.scope === 'mine' ? `WHERE OwnerId = '${session.user.id}'` : '';
      const fields = ['Id', ...this.columns.flatMap((column) => column.fields)].join(', ');
      const soql = `SELECT ${fields} FROM ${sobject} ${own} ORDER BY ${this.sortedBy} ${this.direction} NULLS LAST LIMIT ${pageSize}`;
      const rows = await query(soql, z.record(z.string(), z.unknown()));
      if (sobject === this.sobject)
        this.rows = rows.map((row) => rowOf(row, this.columns, recordPath(sobject, String(row['Id']))));
      this.problem = undefined;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  get isPhone(): boolean {
    return formFactor === 'Small';
  }

  /** On a phone a row is a card. */
  get cards(): { id: FieldValue; path: FieldValue; name: FieldValue; detail: string }[] {
    return (this.rows ?? []).map((row) => ({
      id: row['id'] ?? null,
      path: row['selfPath'] ?? null,
      name: row['Name'] ?? null,
      detail: [
        row['Account.Name'] ?? row['Industry'],
        row['StageName'] ?? row['BillingCountry'],
        textOf(row['CloseDate'] ?? null, 'date', ''),
      ]
        .filter(Boolean)
        .join(' · '),
    }));
  }

  go(event: MouseEvent): void {
    follow(event);
  }
}
