import type { Cadence } from './cadence.ts';
import { type CadenceStep, prerequisitesOf } from './step.ts';

/** What is wrong with a cadence, and where: `steps[2].dependsOn`. */
export interface CadenceFault {
  path: readonly (string | number)[];
  message: string;
}

/**
 * Faults that no step has by itself: names that come twice or lead nowhere, cycles, offsets that cross, translations that
 * nobody would ever read.
 */
export function cadenceFaults(cadence: Cadence): CadenceFault[] {
  const faults = [...twice(cadence), ...unknownSteps(cadence), ...ownTranslations(cadence)];
  return faults.length > 0 ? faults : [...cycles(cadence), ...crossings(cadence)];
}

function ownTranslations({ language, translations, steps }: Cadence): CadenceFault[] {
  const message = `it is written in "${language}" itself`;
  const all = [{ path: [], translations }, ...steps.map((step, at) => ({ path: ['steps', at], ...step }))];
  return all
    .filter((each) => Object.hasOwn(each.translations, language))
    .map(({ path }) => ({ path: [...path, 'translations', language], message }));
}

function twice({ steps }: Cadence): CadenceFault[] {
  return steps.flatMap(({ id }, at) => {
    const first = steps.findIndex((step) => step.id === id);
    return first === at
      ? []
      : [{ path: ['steps', at, 'id'], message: `"${id}" is already step ${first + 1}` }];
  });
}

function unknownSteps({ steps }: Cadence): CadenceFault[] {
  const known = new Set(steps.map(({ id }) => id));
  return steps.flatMap(({ dependsOn, onlyIf }, at) => {
    const named = [
      ...dependsOn.map((id, index) => ({ id, path: ['steps', at, 'dependsOn', index] })),
      ...onlyIf.map(({ stepId: id }, index) => ({ id, path: ['steps', at, 'onlyIf', index, 'stepId'] })),
    ];
    return named
      .filter(({ id }) => !known.has(id))
      .map(({ id, path }) => ({ path, message: `there is no step "${id}"` }));
  });
}

/** One fault for each step that waits for itself in the end. */
function cycles({ steps }: Cadence): CadenceFault[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  return steps.flatMap((step, at) => {
    const way = wayBack(step, byId);
    return way ? [{ path: ['steps', at, 'dependsOn'], message: `waits for itself: ${way.join(' → ')}` }] : [];
  });
}

function wayBack(start: CadenceStep, byId: ReadonlyMap<string, CadenceStep>): string[] | undefined {
  const seen = new Set<string>();
  const open = prerequisitesOf(start).map((id) => [start.id, id]);
  for (let way = open.pop(); way; way = open.pop()) {
    const last = way.at(-1) ?? '';
    if (last === start.id) return way;
    if (seen.has(last)) continue;
    seen.add(last);
    const step = byId.get(last);
    if (step) for (const id of prerequisitesOf(step)) open.push([...way, id]);
  }
  return undefined;
}

const units = ['offsetBusinessDays', 'offsetWeeks', 'offsetMonths'] as const;

const unitOf = (step: CadenceStep) => units.find((unit) => step[unit] !== undefined);

/** Offsets that can be told apart: of one anchor, in one unit. */
const isBefore = (step: CadenceStep, other: CadenceStep): boolean => {
  const unit = unitOf(step);
  if (unit === undefined || unit !== unitOf(other) || step.anchor !== other.anchor) return false;
  return (step[unit] ?? 0) < (other[unit] ?? 0);
};

/** A step that is due before one that it waits for, or before the one that stands above it. */
function crossings({ steps }: Cadence): CadenceFault[] {
  return steps.flatMap((step, at) => {
    const above = steps.slice(0, at);
    const waitsFor = steps.filter(({ id }) => prerequisitesOf(step).includes(id));
    const crossed = [...waitsFor, ...above].find((other) => isBefore(step, other));
    if (!crossed) return [];
    const unit = unitOf(step) ?? units[0];
    const message = `${step[unit]} is before step ${steps.indexOf(crossed) + 1} ("${crossed.id}"), ${crossed[unit]}`;
    return [{ path: ['steps', at, unit], message }];
  });
}
