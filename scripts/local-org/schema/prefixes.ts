import { sql } from 'kysely';
import type { Executor } from '../database.ts';
import type { Catalogue } from './catalogue.ts';

/** Key prefixes of the project's objects by name. */
export type Prefixes = ReadonlyMap<string, string>;

/**
 * A prefix for each custom object and custom metadata type: the one that it has, or the next of its kind. Ids of records
 * begin with it, so an object never changes it.
 */
export function assignPrefixes(names: readonly string[], kept: Prefixes): Prefixes {
  const assigned = new Map<string, string>();
  const taken = new Set(kept.values());
  for (const name of names) {
    const prefix = kept.get(name) ?? nextPrefix(name.endsWith('__mdt') ? 'm' : 'a', taken);
    taken.add(prefix);
    assigned.set(name, prefix);
  }
  return assigned;
}

function nextPrefix(kind: 'a' | 'm', taken: ReadonlySet<string>): string {
  for (let number = 0; ; number++) {
    const prefix = kind + number.toString(36).padStart(2, '0');
    if (!taken.has(prefix)) return prefix;
  }
}

/** The prefixes that objects of this org have; none before its first start. */
export async function keptPrefixes(db: Executor): Promise<Prefixes> {
  const { rows: tables } = await sql<{
    found: boolean;
  }>`select to_regclass('local_org.key_prefix') is not null as found`.execute(db);
  if (!tables[0]?.found) return new Map();
  const { rows } = await sql<{
    object: string;
    prefix: string;
  }>`select object, prefix from local_org.key_prefix`.execute(db);
  return new Map(rows.map(({ object, prefix }) => [object, prefix]));
}

/** Keeps the prefixes of objects that are new. */
export async function keepPrefixes(trx: Executor, { objects }: Catalogue): Promise<void> {
  for (const { name, prefix } of objects.filter(({ custom }) => custom)) {
    await sql`insert into local_org.key_prefix (object, prefix) values (${name}, ${prefix}) on conflict (object) do nothing`.execute(
      trx,
    );
  }
}
