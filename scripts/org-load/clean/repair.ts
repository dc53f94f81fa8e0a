import { distance } from 'fastest-levenshtein';

/** A misspelt name and what it was taken for. */
export interface Repair {
  /** The kind of name: product, sector … */
  what: string;
  from: string;
  to: string;
}

/** Names by how people would compare them: without case, spaces and punctuation. */
const folded = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** One wrong letter for every six, and at least one. */
const tolerance = (name: string): number => Math.max(1, Math.floor(folded(name).length / 6));

/**
 * The known name that is meant: the same but for case, spaces and punctuation, else the only nearest one within the
 * tolerance (Levenshtein distance). `undefined` when there is none or two are as near, since a guess would invent.
 */
export function meant(name: string, known: readonly string[]): string | undefined {
  const exact = known.find((candidate) => candidate === name);
  if (exact !== undefined) return exact;
  const same = known.filter((candidate) => folded(candidate) === folded(name));
  if (same.length > 0) return same.length === 1 ? same[0] : undefined;
  const near = known
    .map((candidate) => ({ candidate, far: distance(folded(candidate), folded(name)) }))
    .filter(({ far }) => far <= tolerance(name))
    .sort((a, b) => a.far - b.far);
  const [best, second] = near;
  return best && best.far < (second?.far ?? Infinity) ? best.candidate : undefined;
}

/** For lists that nothing else defines: a name that occurs more often defines those that are nearly it. */
export function usualSpellings(names: readonly string[]): string[] {
  const counts = Map.groupBy(
    names.filter((name) => name !== ''),
    (name) => name,
  );
  const often = [...counts].sort((a, b) => b[1].length - a[1].length).map(([name]) => name);
  return often.filter((name, index) => meant(name, often.slice(0, index)) === undefined);
}

/** Whether the difference is worth reporting: not case alone. */
export const isMisspelt = (from: string, to: string): boolean => from.toLowerCase() !== to.toLowerCase();
