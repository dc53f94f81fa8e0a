import { calendarFaults, type CadenceFault, cadenceFaults } from '../../cadences/index.ts';
import type { Fault } from '../../errors.ts';
import { dateFaults } from './check-dates.ts';
import { tagFindings } from './check-tags.ts';
import { type CheckedSet, describe, type Findings } from './checked-set.ts';
import type { Entry } from './entry.ts';
import { type Link, linksOf } from './links.ts';
import type { LiveConfiguration } from './live.ts';
import { placeOf } from './place.ts';

/** Checks a set against what is live and what it makes of it. Pure. */
export function check(set: CheckedSet, live: LiveConfiguration): Findings {
  const after = outcome(set, live);
  const faults = [
    ...set.entries.flatMap((entry) => [
      ...linkFaults(entry, set, after),
      ...originFaults(entry, live),
      ...dateFaults(entry),
      ...cadenceFaultsOf(entry),
    ]),
    ...retirementFaults(set, live),
  ];
  const tags = tagFindings(set, live);
  return { faults: [...faults, ...tags.faults], warnings: tags.warnings };
}

type Item = { retired: boolean; itemKind: string | null };

/** Looks an item up as it will be once the set is applied. */
function outcome(set: CheckedSet, live: LiveConfiguration): (key: string) => Item | undefined {
  const changed = new Map<string, Item>();
  for (const entry of set.entries) {
    if (entry.kind === 'item') changed.set(entry.key, { retired: false, itemKind: entry.value.kind });
  }
  for (const { kind, key } of set.retire) {
    if (kind === 'item') changed.set(key, { retired: true, itemKind: null });
  }
  return (key) => changed.get(key) ?? live.find({ kind: 'item', key });
}

function linkFaults(entry: Entry, set: CheckedSet, after: (key: string) => Item | undefined): Fault[] {
  const links = linksOf(entry).filter(({ key }) => !set.wrongItems.has(key));
  return links.flatMap((link) => {
    const message = linkFault(entry, link, after(link.key));
    return message ? [{ place: placeOf(entry.place, link.path), message }] : [];
  });
}

function linkFault(entry: Entry, { key, use }: Link, target: Item | undefined): string | undefined {
  if (entry.kind === 'item' && entry.key === key) return `names the item itself`;
  if (!target) return `there is no item "${key}"`;
  if (use === 'credit') return undefined;
  if (target.retired) return `item "${key}" is retired`;
  if (use === 'refresher' && target.itemKind !== 'training')
    return `item "${key}" is a ${target.itemKind ?? 'thing'}, a refresher is a training`;
  return undefined;
}

function faultsOfKind(entry: Entry): readonly CadenceFault[] {
  if (entry.kind === 'cadence') return cadenceFaults(entry.value);
  return entry.kind === 'workingCalendar' ? calendarFaults(entry.value) : [];
}

const cadenceFaultsOf = (entry: Entry): Fault[] =>
  faultsOfKind(entry).map(({ path, message }) => ({ place: placeOf(entry.place, path), message }));

/** An id belongs to the set it came with: demo, starter and own items do not replace one another, save that own may. */
function originFaults(entry: Entry, live: LiveConfiguration): Fault[] {
  if (entry.kind !== 'item') return [];
  const former = live.find(entry);
  const { origin } = entry.value;
  if (!former?.origin || former.retired || origin === 'own' || former.origin === origin) return [];
  const message = `"${entry.key}" is taken by an item of origin ${former.origin}; this one has origin ${origin}`;
  return [{ place: `${entry.place}.id`, message }];
}

function retirementFaults(set: CheckedSet, live: LiveConfiguration): Fault[] {
  const written = new Set(set.entries.map(describe));
  const withdrawn = new Map(set.retire.map((name) => [describe(name), name.place]));
  const unknown = set.retire.flatMap((name) => {
    if (written.has(describe(name)))
      return [{ place: name.place, message: `${describe(name)} is also published here` }];
    return live.find(name) ? [] : [{ place: name.place, message: `there is no ${describe(name)}` }];
  });
  const needed = live.needing
    .filter((entry) => !written.has(describe(entry)) && !withdrawn.has(describe(entry)))
    .flatMap((entry) =>
      entry.needs.flatMap((key) => {
        const place = withdrawn.get(describe({ kind: 'item', key }));
        return place === undefined ? [] : [{ place, message: `${describe(entry)} still names it` }];
      }),
    );
  return [...unknown, ...needed];
}
