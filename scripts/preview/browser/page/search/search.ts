import { LightningElement } from 'lwc';
import { z } from 'zod/mini';
import { goTo, recordPath } from '../../org/navigate.ts';
import { messageOf, query } from '../../org/rest.ts';
import { containing } from '../../org/soql.ts';

const searched = [
  { sobject: 'Opportunity', icon: 'standard:opportunity', detail: 'Account.Name' },
  { sobject: 'Account', icon: 'standard:account', detail: 'Industry' },
] as const;

type Hit = { id: string; name: string; detail: string; icon: string; path: string };

const row = z.object({
  Id: z.string(),
  Name: z.string(),
  Account: z.optional(z.nullable(z.object({ Name: z.string() }))),
  Industry: z.optional(z.nullable(z.string())),
});

/** Finds opportunities and accounts by name while somebody types. */
export default class Search extends LightningElement {
  hits: Hit[] = [];
  active = -1;
  text = '';
  problem: string | undefined;
  #latest = 0;

  async search(event: Event): Promise<void> {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.text = event.target.value.trim();
    const number = ++this.#latest;
    const hits =
      this.text.length < 2 ? [] : await find(this.text).catch((error: unknown) => this.fail(error));
    if (number !== this.#latest) return;
    this.hits = hits;
    this.active = -1;
  }

  private fail(error: unknown): Hit[] {
    this.problem = messageOf(error);
    return [];
  }

  get options(): (Hit & { key: string; class: string; selected: string })[] {
    return this.hits.map((hit, index) => ({
      ...hit,
      key: `hit-${index}`,
      selected: String(index === this.active),
      class: `slds-media slds-media_center slds-listbox__option slds-listbox__option_entity slds-listbox__option_has-meta${index === this.active ? ' slds-has-focus' : ''}`,
    }));
  }

  get isOpen(): boolean {
    return this.text.length >= 2;
  }

  get isEmpty(): boolean {
    return this.isOpen && this.hits.length === 0 && this.problem === undefined;
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  get activeId(): string | null {
    return this.active < 0 ? null : `hit-${this.active}`;
  }

  get comboboxClass(): string {
    return `slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click${this.isOpen ? ' slds-is-open' : ''}`;
  }

  move(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && this.hits.length > 0) {
      event.preventDefault();
      this.active = (this.active + step + this.hits.length) % this.hits.length;
    }
    if (event.key === 'Escape') this.close();
    if (event.key === 'Enter') this.open(this.hits[Math.max(this.active, 0)]);
  }

  choose(event: MouseEvent): void {
    event.preventDefault();
    const option = event.currentTarget;
    if (option instanceof HTMLElement) this.open(this.hits.find((hit) => hit.id === option.dataset['id']));
  }

  private open(hit: Hit | undefined): void {
    if (!hit) return;
    this.close();
    goTo(hit.path);
  }

  close(): void {
    this.#latest++;
    this.text = '';
    this.hits = [];
    this.problem = undefined;
    const input = this.template?.querySelector('input');
    if (input) input.value = '';
  }
}

async function find(text: string): Promise<Hit[]> {
  const pattern = containing(text);
  const answers = await Promise.all(
    searched.map(async ({ sobject, icon, detail }) => {
      const rows = await query(
        `SELECT Id, Name, ${detail} FROM ${sobject} WHERE Name LIKE ${pattern} ORDER BY Name LIMIT 5`,
        row,
      );
      return rows.map(({ Id, Name, Account, Industry }) => ({
        id: Id,
        name: Name,
        icon,
        detail: [sobject, Account?.Name ?? Industry].filter(Boolean).join(' · '),
        path: recordPath(sobject, Id),
      }));
    }),
  );
  return answers.flat();
}
