import { sql } from 'kysely';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Change, Saving } from './change.ts';

/** Gives new rows the next numbers of their auto-number fields, without gaps: others wait for this transaction. */
export async function numberRows(
  { trx }: Saving,
  object: ObjectDefinition,
  changes: readonly Change[],
): Promise<void> {
  const fresh = changes.filter(({ before }) => !before);
  if (fresh.length === 0) return;
  for (const { name, autoNumber } of object.fields.values()) {
    if (autoNumber === null) continue;
    const { rows } = await sql<{
      last: number;
    }>`insert into local_org.auto_number (field, last) values (${`${object.name}.${name}`}, ${fresh.length})
      on conflict (field) do update set last = local_org.auto_number.last + excluded.last returning last`.execute(
      trx,
    );
    const first = (rows[0]?.last ?? fresh.length) - fresh.length + 1;
    for (const [index, { after }] of fresh.entries()) after[name] = numbered(autoNumber, first + index);
  }
}

/** `INV-{0000}` and 12 → `INV-0012`. */
const numbered = (pattern: string, number: number): string =>
  pattern.replace(/\{(0+)\}/, (_match, digits: string) => String(number).padStart(digits.length, '0'));
