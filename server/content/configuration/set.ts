import { z } from 'zod';
import { type ConfigurationKind, configurationKinds } from '../../store/index.ts';

/** One entry, wherever it came from: its number counts per org, kind and key. */
export interface EntryName {
  kind: ConfigurationKind;
  key: string;
}

export const entryNameSchema = z.strictObject({
  kind: z.enum(configurationKinds),
  key: z.string().min(1).max(400),
});

const entries = z.array(z.unknown()).max(200_000).default([]);

/**
 * What somebody wants to publish, not yet looked at: entries are added or take the place of what is live under the same
 * key; what a set does not name stays as it is, unless `retire` withdraws it.
 */
export const configurationSetSchema = z.strictObject({
  items: entries,
  rules: entries,
  stages: entries,
  factSources: entries,
  cadences: entries,
  workingCalendars: entries,
  cadenceSettings: entries,
  retire: z.array(entryNameSchema).max(200_000).default([]),
});

export type ConfigurationSet = z.input<typeof configurationSetSchema>;

/** The name of each kind's list in a set, and so the beginning of each place: `items[3].title`. */
export const sections = {
  item: 'items',
  rule: 'rules',
  stage: 'stages',
  factSource: 'factSources',
  cadence: 'cadences',
  workingCalendar: 'workingCalendars',
  cadenceSettings: 'cadenceSettings',
} as const satisfies Record<ConfigurationKind, keyof ConfigurationSet>;

/** An entry with the words that a person finds it by: `items[3]`, or the name of its file. */
export interface Placed {
  kind: ConfigurationKind;
  place: string;
  value: unknown;
}

/** A set with the place of each entry. */
export interface PlacedSet {
  entries: Placed[];
  retire: (EntryName & { place: string })[];
}

export function placed(set: ConfigurationSet): PlacedSet {
  const entries = configurationKinds.flatMap((kind) =>
    (set[sections[kind]] ?? []).map((value, index) => ({
      kind,
      place: `${sections[kind]}[${index}]`,
      value,
    })),
  );
  const retire = (set.retire ?? []).map((name, index) => ({ ...name, place: `retire[${index}]` }));
  return { entries, retire };
}
