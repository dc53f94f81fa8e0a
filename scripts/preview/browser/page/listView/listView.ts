import { LightningElement, api } from 'lwc';
import { z } from 'zod/mini';
import { describe } from '../../org/describe.ts';
import { textOf } from '../../org/field-text.ts';
import { layoutOf } from '../../org/layouts.ts';
import { formFactor } from '../../org/form-factor.ts';
import { follow, recordPath } from '../../org/navigate.ts';
import { messageOf, query, type FieldValue } from '../../org/rest.ts';
import { listSoql, mayHaveMore } from '../../org/list-query.ts';
import { columnsOf, rowOf, searchedOf, type ListColumn, type ListRow } from '../../org/list-views.ts';
import { session } from '../../org/session.ts';

/** Rows that need no scrolling of their own. */
const fitting = 15;

/** A list view: all records of an object, or one's own; sorted by a click on a column, searched, more as one scrolls. */
export default class ListView extends LightningElement {
  @api
  get sobject(): string {
    return this.#sobject;
  }
  set sobject(name: string) {
    this.#sobject = name;
    this.sortedBy = columnsOf(name)[0]?.sortBy ?? 'Name';
    this.rows = undefined;
    this.text = '';
    if (this.isConnected) void this.load();
  }
  #sobject = '';

  rows: ListRow[] | undefined;
  problem: string | undefined;
  label = '';
  scope: 'all' | 'mine' = 'all';
  sortedBy = 'Name';
  direction: 'asc' | 'desc' = 'asc';
  text = '';
  isLoadingMore = false;
  hasMore = false;
  #latest = 0;

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
    const count = `${this.rows?.length ?? 0}${this.hasMore ? '+' : ''}`;
    return `${count} ${count === '1' ? 'item' : 'items'} • Sorted by ${this.columns.find((column) => column.sortBy === this.sortedBy)?.label ?? 'Name'}`;
  }

  get rowsClass(): string {
    return (this.rows?.length ?? 0) > fitting ? 'page-list__rows' : '';
  }

  get isEmpty(): boolean {
    return this.rows?.length === 0;
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

  search(event: CustomEvent<{ value: string }>): void {
    this.text = event.detail.value.trim();
    void this.load();
  }

  async more(): Promise<void> {
    if (this.isLoadingMore || !this.hasMore) return;
    this.isLoadingMore = true;
    await this.load(this.rows ?? []);
    this.isLoadingMore = false;
  }

  /** Reads the rows behind `before`; what was asked for earlier and comes later is not shown. */
  private async load(before: readonly ListRow[] = []): Promise<void> {
    const { sobject } = this;
    const number = ++this.#latest;
    try {
      this.label = (await describe(sobject)).labelPlural;
      document.title = `${this.label} | Salesforce`;
      const rows = await query(this.soql(before.length), z.record(z.string(), z.unknown()));
      if (number !== this.#latest) return;
      this.rows = [
        ...before,
        ...rows.map((row) => rowOf(row, this.columns, recordPath(sobject, String(row['Id'])))),
      ];
      this.hasMore = mayHaveMore(rows.length, this.rows.length);
      this.problem = undefined;
    } catch (error) {
      if (number === this.#latest) this.problem = messageOf(error);
    }
  }

  private soql(offset: number): string {
    const { sobject, columns, text, sortedBy, direction } = this;
    return listSoql({
      sobject,
      fields: columns.flatMap((column) => column.fields),
      searched: searchedOf(columns),
      text,
      ownerId: this.scope === 'mine' ? session.user.id : undefined,
      sortedBy,
      direction,
      offset,
    });
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
