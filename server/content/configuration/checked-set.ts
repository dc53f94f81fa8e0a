import { z } from 'zod';
import type { Fault } from '../../errors.ts';
import { type Entry, parseEntry } from './entry.ts';
import type { EntryName, PlacedSet } from './set.ts';

/** What is wrong with a set, and what is odd about it. With faults nothing may be applied. */
export interface Findings {
  faults: Fault[];
  warnings: Fault[];
}

/** A set whose entries are each right in themselves. */
export interface CheckedSet {
  entries: Entry[];
  retire: PlacedSet['retire'];
  /** Ids of items that are not: nobody is blamed for naming them. */
  wrongItems: Set<string>;
}

/** Checks each entry by itself, and that none comes twice. */
export function parseSet({ entries: given, retire }: PlacedSet): { set: CheckedSet; faults: Fault[] } {
  const entries: Entry[] = [];
  const faults: Fault[] = [];
  const wrongItems = new Set<string>();
  const places = new Map<string, string>();
  for (const placed of given) {
    const result = parseEntry(placed);
    if ('faults' in result) {
      faults.push(...result.faults);
      const id = z.object({ id: z.string() }).safeParse(placed.value).data?.id;
      if (placed.kind === 'item' && id !== undefined) wrongItems.add(id);
      continue;
    }
    const name = describe(result.entry);
    const first = places.get(name);
    if (first === undefined) places.set(name, placed.place);
    else faults.push({ place: placed.place, message: `${name} is already at ${first}` });
    entries.push(result.entry);
  }
  return { set: { entries, retire, wrongItems }, faults };
}

export const describe = ({ kind, key }: EntryName): string => `${kind} "${key}"`;
