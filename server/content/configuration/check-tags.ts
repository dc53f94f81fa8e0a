import type { Cadence } from '../../cadences/index.ts';
import { type Dimension, dimensions, journeyPhases } from '../../journey/index.ts';
import type { Tags } from '../item.ts';
import type { CheckedSet, Findings } from './checked-set.ts';
import type { Entry } from './entry.ts';
import type { LiveConfiguration } from './live.ts';
import { placeOf } from './place.ts';

/** The values that a dimension can have; dimensions where any value may come are not in it. */
type Vocabulary = Map<Dimension, Set<string>>;

/**
 * Tags whose value no record can have. A phase is one of three, so another is a fault. Stages and the values of the fact
 * table are the admin's and may follow later, so an unknown one is a warning.
 */
export function tagFindings(set: CheckedSet, live: LiveConfiguration): Findings {
  const vocabulary = vocabularyOf(set, live);
  const findings: Findings = { faults: [], warnings: [] };
  for (const entry of set.entries) {
    for (const { dimension, value, place } of tagsOf(entry)) {
      if (vocabulary.get(dimension)?.has(value) ?? true) continue;
      if (dimension === 'phase')
        findings.faults.push({ place, message: `"${value}" is none of ${journeyPhases.join(', ')}` });
      else
        findings.warnings.push({
          place,
          message: `no ${origins[dimension] ?? 'row of the fact table'} has the value "${value}"`,
        });
    }
  }
  return findings;
}

const origins: Partial<Record<Dimension, string>> = { stage: 'row of the stage map' };

function tagsOf(entry: Entry): { dimension: Dimension; value: string; place: string }[] {
  if (entry.kind === 'item') return placedTags(entry.value.tags, `${entry.place}.tags`);
  if (entry.kind === 'cadence') return tagsOfCadence(entry.value, entry.place);
  return entry.kind === 'rule' ? placedTags(entry.value.when, `${entry.place}.when`) : [];
}

function tagsOfCadence({ start, when, steps }: Cadence, place: string) {
  const stages = start.on === 'stageEntry' ? start.stages : [];
  return [
    ...placedTags({ stage: stages }, `${place}.start`),
    ...placedTags(when, `${place}.when`),
    ...steps.flatMap((step, at) => placedTags(step.when, `${place}.steps[${at}].when`)),
  ];
}

const placedTags = (tags: Tags, place: string): { dimension: Dimension; value: string; place: string }[] =>
  dimensions.flatMap((dimension) =>
    (tags[dimension] ?? []).map((value, index) => ({
      dimension,
      value,
      place: placeOf(place, [dimension, index]),
    })),
  );

/** A dimension of which some row of the fact table takes raw values as they are can have any value. */
function vocabularyOf(set: CheckedSet, live: LiveConfiguration): Vocabulary {
  const written = set.entries.flatMap((entry) => (entry.kind === 'factSource' ? [entry.value] : []));
  const rows = Map.groupBy([...live.factSources, ...written], (row) => row.dimension);
  const closed = [...rows].filter(([, sources]) => sources.every((source) => source.values.length > 0));
  const named = closed.map(([dimension, sources]) => {
    const values = sources.flatMap((source) => source.values.map(({ value }) => value));
    return [dimension, new Set(values)] as const;
  });
  return new Map<Dimension, Set<string>>([
    ...named,
    ['phase', new Set(journeyPhases)],
    ['stage', stageKeys(set, live)],
  ]);
}

function stageKeys(set: CheckedSet, live: LiveConfiguration): Set<string> {
  const written = set.entries.filter((entry) => entry.kind === 'stage').map((entry) => entry.key);
  return new Set([...live.stageKeys, ...written]);
}
