import type { Tags } from '../../content/index.ts';
import { factKey } from '../../journey/index.ts';
import { growingColumn } from './columns.ts';
import { dimensionsByPoints } from './scoring.ts';

/** Tags with their values numbered: all values of thing `t` stand in `values` from `starts[t]` up to `starts[t + 1]`. */
export type CollectedTags = {
  /** By thing: one bit for each dimension that it is tagged on. */
  readonly masks: Int32Array;
  readonly starts: Int32Array;
  readonly values: Int32Array;
  /** By number: dimension and `factKey`. */
  readonly names: readonly (readonly [dimension: number, key: string])[];
};

const numberOfDimension = new Map<string, number>(
  dimensionsByPoints.map((dimension, number) => [dimension, number]),
);

/** Numbers values as they turn up; raw spellings are looked up before they are normalised. */
const valueNumbers = () => {
  const names: (readonly [number, string])[] = [];
  const byRaw = dimensionsByPoints.map(() => new Map<string, number>());
  const byKey = dimensionsByPoints.map(() => new Map<string, number>());
  const numberOf = (dimension: number, raw: string): number => {
    const known = byRaw[dimension]?.get(raw);
    if (known !== undefined) return known;
    const key = factKey(raw);
    const number = byKey[dimension]?.get(key) ?? names.push([dimension, key]) - 1;
    byKey[dimension]?.set(key, number);
    byRaw[dimension]?.set(raw, number);
    return number;
  };
  return { names, numberOf };
};

/** Takes the tags of one thing after the other. */
export const tagCollector = () => {
  const { names, numberOf } = valueNumbers();
  const masks = growingColumn();
  const starts = growingColumn();
  const values = growingColumn();
  starts.push(0);
  /** Returns the mask. */
  const add = (tags: Tags): number => {
    let mask = 0;
    for (const [name, raw] of Object.entries(tags)) {
      const dimension = numberOfDimension.get(name);
      if (dimension === undefined || raw.length === 0) continue;
      mask |= 1 << dimension;
      for (const value of raw) values.push(numberOf(dimension, value));
    }
    masks.push(mask);
    starts.push(values.length());
    return mask;
  };
  const collect = (): CollectedTags => ({
    masks: masks.all(),
    starts: starts.all(),
    values: values.all(),
    names,
  });
  return { add, collect };
};
