import type { CheckedSet } from './checked-set.ts';
import { storedForm, type StoredEntry } from './entry.ts';
import type { LiveConfiguration } from './live.ts';
import type { EntryName } from './set.ts';

/** What a publication did to one entry. */
export interface Change extends EntryName {
  what: 'added' | 'changed' | 'retired' | 'restored';
}

export interface Plan {
  write: (Change & StoredEntry)[];
  /** With the version that was live. */
  retire: (Change & { version: number })[];
}

/** What a set changes; what it repeats is left out, so that publishing a set twice changes nothing. Pure. */
export function planOf(set: CheckedSet, live: LiveConfiguration): Plan {
  const write = set.entries.flatMap((entry) => {
    const stored = storedForm(entry);
    const former = live.find(entry);
    if (former && !former.retired && former.digest === stored.digest) return [];
    const what: Change['what'] = !former ? 'added' : former.retired ? 'restored' : 'changed';
    return [{ ...stored, what }];
  });
  const retire = set.retire.flatMap(({ kind, key }) => {
    const former = live.find({ kind, key });
    if (!former || former.retired) return [];
    return [{ kind, key, version: former.version, what: 'retired' as const }];
  });
  return { write, retire };
}

export const changesOf = ({ write, retire }: Plan): Change[] =>
  [...write, ...retire].map(({ kind, key, what }) => ({ kind, key, what }));
