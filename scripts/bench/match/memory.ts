import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { z } from 'zod';

setFlagsFromString('--expose-gc');
const collectionSchema = z.object({ type: z.literal('major'), flavor: z.literal('last-resort') });
const collect = z.function({ input: [collectionSchema], output: z.unknown() }).parse(runInNewContext('gc'));

/**
 * Resident memory of this process in MB, after everything that can go has gone: garbage, and the room for new objects, which
 * V8 lets grow with the work of a process and gives back only in a collection of the last resort.
 */
export const residentMb = async (): Promise<number> => {
  for (let time = 0; time < 4; time += 1) {
    collect({ type: 'major', flavor: 'last-resort' });
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return process.memoryUsage.rss() / 1_000_000;
};

const perEntry = 40;

/**
 * Bytes that a structure takes: typed arrays as they are, eight for each place of an array, about forty for each entry of a map.
 * Texts and what `apart` holds are not counted.
 */
export const bytesOf = (structure: unknown, apart: ReadonlySet<unknown>): number => {
  const seen = new Set<unknown>(apart);
  const walk = (value: unknown): number => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return 0;
    seen.add(value);
    if (ArrayBuffer.isView(value)) return value.byteLength;
    if (value instanceof Map) {
      return [...value].reduce((sum, [key, entry]) => sum + perEntry + walk(key) + walk(entry), 0);
    }
    const inside: number = Object.values(value).reduce((sum: number, entry) => sum + walk(entry), 0);
    return inside + 8 * Object.keys(value).length;
  };
  return walk(structure);
};
