import type { Wish } from './writes.ts';

/** What people did to rows meanwhile. */
export interface Ledger {
  /** Last value by field, by key. */
  edits: ReadonlyMap<string, Readonly<Record<string, string>>>;
  deleted: ReadonlySet<string>;
}

/** A row as the org has it, deleted or not. */
export type OrgRow = Readonly<Record<string, unknown>>;

export type Judgement = 'once' | 'lost' | 'duplicated' | 'overwritten';

const compared = ['Subject', 'Status', 'ActivityDate', 'StartDateTime', 'EndDateTime'];

/** Instants come as dates from a database, and in several forms as texts. */
const plain = (field: string, value: unknown): unknown => {
  const isInstant = field.endsWith('DateTime') && (typeof value === 'string' || value instanceof Date);
  return isInstant ? new Date(value).getTime() : (value ?? null);
};

const isSame = (field: string, one: unknown, other: unknown): boolean =>
  plain(field, one) === plain(field, other);

/** Who moved the start of an event owns its end too. */
const isTheirs = (field: string, edits: Readonly<Record<string, string>>): boolean =>
  field in edits || (field === 'EndDateTime' && 'StartDateTime' in edits);

/** Whether the org has for one key exactly what was decided, but for what people changed. */
export const judge = (key: string, wish: Wish, rows: readonly OrgRow[], ledger: Ledger): Judgement => {
  const [row, another] = rows;
  if (another) return 'duplicated';
  if (!row) return wish.cancelled ? 'once' : 'lost';
  if (ledger.deleted.has(key)) return row['IsDeleted'] === true ? 'once' : 'overwritten';
  if (row['IsDeleted'] === true) return 'lost';
  const edits = ledger.edits.get(key) ?? {};
  if (!Object.entries(edits).every(([field, value]) => isSame(field, row[field], value)))
    return 'overwritten';
  const ours = compared.filter((field) => field in wish.fields && !isTheirs(field, edits));
  return ours.every((field) => isSame(field, row[field], wish.fields[field])) ? 'once' : 'lost';
};
