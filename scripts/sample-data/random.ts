import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Draws that are the same on every machine and every day. */
export interface Random {
  /** Both ends included. */
  int(min: number, max: number): number;
  /** In [min, max). */
  float(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** `[value, weight]` pairs; weights need not add up to one. */
  weighted<T>(list: readonly (readonly [T, number])[]): T;
  /** A new list in random order. */
  shuffled<T>(list: readonly T[]): T[];
}

/** FNV-1a, its bits mixed once more so that names which differ in one letter give quite different seeds. */
function seedOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** The generator's state is half constant at first: its early numbers say little about the seed. */
const WARM_UP = 16;

/** Each thing draws from a source named after it, so that a change in one deal leaves all others as they were. */
export function randomFor(name: string): Random {
  const generator = xoroshiro128plus(seedOf(name));
  for (let count = 0; count < WARM_UP; count += 1) generator.next();
  const float = (min: number, max: number): number => min + uniformFloat64(generator) * (max - min);
  const int = (min: number, max: number): number => uniformInt(generator, min, max);
  const pick = <T>(list: readonly T[]): T => some(list[int(0, list.length - 1)]);
  return {
    int,
    float,
    pick,
    chance: (probability) => float(0, 1) < probability,
    weighted: (list) => {
      let rest = float(
        0,
        list.reduce((sum, [, weight]) => sum + weight, 0),
      );
      return some(list.find(([, weight]) => (rest -= weight) < 0) ?? list.at(-1))[0];
    },
    shuffled: (list) =>
      list
        .map((value) => ({ value, at: float(0, 1) }))
        .sort((a, b) => a.at - b.at)
        .map(({ value }) => value),
  };
}

function some<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('a draw from an empty list');
  return value;
}
