import { LightningElement, api } from 'lwc';
import { z } from 'zod/mini';
import { followRecord } from '../../org/follow-record.ts';
import { textOf } from '../../org/field-text.ts';
import { follow, recordPath } from '../../org/navigate.ts';
import type { PageRecord } from '../../org/record.ts';
import { refreshView } from '../../org/refresh.ts';
import { valueAt, type RelatedListDefinition } from '../../org/related-lists.ts';
import { deleteRecord, messageOf, query } from '../../org/rest.ts';
import { quoted } from '../../org/soql.ts';
import { toastError, toastSuccess } from '../../org/toast.ts';
import { openRelatedAction } from './actions.ts';

type Cell = { key: string; label: string; text: string; path: string | null; isTitle: boolean };
type Row = { key: string; cells: Cell[]; removeLabel: string };

const row = z.record(z.string(), z.unknown());

/** One related list: its rows, an action that adds to it, and removal where the list allows it. */
export default class RelatedList extends LightningElement {
  @api definition!: RelatedListDefinition;
  @api record!: PageRecord;

  rows: Row[] | undefined;
  problem: string | undefined;
  #stop: (() => void) | undefined;

  connectedCallback(): void {
    this.#stop = followRecord(this.record.id, () => this.load());
  }

  disconnectedCallback(): void {
    this.#stop?.();
  }

  private async load(): Promise<void> {
    const { sobject, parent, orderBy, columns } = this.definition;
    const linkId = this.definition.link ? [this.definition.link.idPath] : [];
    const fields = [...new Set(['Id', ...linkId, ...columns.map(({ path }) => path)])].join(', ');
    try {
      const found = await query(
        `SELECT ${fields} FROM ${sobject} WHERE ${parent} = ${quoted(this.record.id)} ORDER BY ${orderBy} LIMIT 50`,
        row,
      );
      this.rows = found.map((each) => this.row(each));
      this.problem = undefined;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  private row(found: Record<string, unknown>): Row {
    const cells = this.definition.columns.map(({ path, label, type }, index) => ({
      key: path,
      label,
      text: textOf(valueAt(found, path), type, this.record.currency),
      path: index === 0 ? this.linkOf(found) : null,
      isTitle: index === 0,
    }));
    return { key: String(found['Id']), cells, removeLabel: `Delete ${cells[0]?.text ?? ''}` };
  }

  private linkOf(found: Record<string, unknown>): string | null {
    const { link } = this.definition;
    return link ? recordPath(link.sobject, String(valueAt(found, link.idPath))) : null;
  }

  get title(): string {
    return `${this.definition.title} (${this.rows?.length ?? 0})`;
  }

  get isEmpty(): boolean {
    return this.rows?.length === 0;
  }

  go(event: MouseEvent): void {
    follow(event);
  }

  async add(): Promise<void> {
    const { action } = this.definition;
    if (action && (await openRelatedAction(action.open, this.record))) await refreshView();
  }

  async remove(event: Event): Promise<void> {
    const { currentTarget: button } = event;
    if (!(button instanceof HTMLElement)) return;
    try {
      await deleteRecord(this.definition.sobject, button.dataset['id'] ?? '');
      toastSuccess(`${this.definition.title} updated.`);
      await refreshView();
    } catch (error) {
      toastError("It wasn't deleted", error);
    }
  }
}
