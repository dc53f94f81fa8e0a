import type { Connection } from 'jsforce';
import { z } from 'zod';
import type { Fields } from '../plan.ts';
import { type Refusal, write } from './bulk.ts';
import { readAll } from './read.ts';

/** Records that are to be in the org, known by the value of one field, or of several together. */
export interface Wanted {
  object: string;
  /** Fields that make up the key. */
  key: readonly string[];
  rows: readonly Fields[];
  /** Restricts what is read to compare with. */
  where?: string;
}

export interface Reconciled {
  /** Ids by key (values joined by a space). */
  ids: ReadonlyMap<string, string>;
  changes: number;
  refused: Refusal[];
}

const storedRow = z.looseObject({ Id: z.string() });
type StoredRow = z.infer<typeof storedRow>;

const keyOf = (key: readonly string[], row: Readonly<Record<string, unknown>>): string =>
  key.map((field) => String(row[field])).join(' ');

/** Makes the org have these records: inserts what is missing, updates what differs, touches nothing else. */
export async function reconcile(
  connection: Connection,
  { object, key, rows, where }: Wanted,
): Promise<Reconciled> {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (fields.length === 0) return { ids: new Map(), changes: 0, refused: [] };
  const soql = `SELECT Id, ${fields.join(', ')} FROM ${object}${where === undefined ? '' : ` WHERE ${where}`}`;
  const read = async (): Promise<Map<string, StoredRow>> =>
    new Map((await readAll(connection, soql, storedRow)).map((row) => [keyOf(key, row), row]));
  const stored = await read();
  const missing = rows.filter((row) => !stored.has(keyOf(key, row)));
  const differing = rows.flatMap((row) => difference(stored.get(keyOf(key, row)), row));
  const refused = [
    ...(await write(connection, { object, operation: 'insert', rows: missing })),
    ...(await write(connection, { object, operation: 'update', rows: differing })),
  ];
  const after = missing.length > 0 ? await read() : stored;
  const ids = new Map([...after].map(([name, row]) => [name, row.Id]));
  return { ids, changes: missing.length + differing.length, refused };
}

function difference(stored: StoredRow | undefined, row: Fields): Fields[] {
  if (!stored) return [];
  const changed = Object.entries(row).filter(([field, value]) => stored[field] !== value);
  return changed.length === 0 ? [] : [{ Id: stored.Id, ...Object.fromEntries(changed) }];
}
