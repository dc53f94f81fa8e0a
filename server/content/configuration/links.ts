import type { Cadence } from '../../cadences/index.ts';
import type { Entry } from './entry.ts';
import type { EntryName } from './set.ts';

/** What one entry says about another. `credit` names where something comes from, which may be withdrawn by now. */
export interface Link extends EntryName {
  path: PropertyKey[];
  use: 'shown' | 'refresher' | 'credit';
}

/** The entries that an entry names. */
export function linksOf(entry: Entry): Link[] {
  if (entry.kind === 'rule') {
    return entry.value.itemIds.map((key, index) => ({
      kind: 'item',
      key,
      path: ['itemIds', index],
      use: 'shown',
    }));
  }
  if (entry.kind === 'cadence') return linksOfSteps(entry.value);
  if (entry.kind !== 'item') return [];
  const { refresherId, replacedBy, derivedFrom } = entry.value;
  const named = [
    { key: refresherId, path: ['refresherId'], use: 'refresher' },
    { key: replacedBy, path: ['replacedBy'], use: 'shown' },
    { key: derivedFrom, path: ['derivedFrom'], use: 'credit' },
  ] as const;
  return named.flatMap(({ key, path, use }) => (key ? [{ kind: 'item', key, path: [...path], use }] : []));
}

const linksOfSteps = ({ steps }: Cadence): Link[] =>
  steps.flatMap(({ contentIds }, at) =>
    contentIds.map((key, index) => ({
      ...({ kind: 'item', key, path: ['steps', at, 'contentIds', index], use: 'shown' } as const),
    })),
  );
