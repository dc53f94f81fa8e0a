import type { Tags } from '../../../../server/content/index.ts';
import { factKey } from '../../../../server/journey/index.ts';
import { dimensionsByPoints } from '../../../../server/suggestions/match/scoring.ts';

/** Every value of every dimension as a number, so that arrays are small and quick to compare; `*` stands for no tag. */
export const createCodes = () => {
  const codes = new Map<string, number>();
  const codeOf = (dimension: string, value: string): number => {
    const name = `${dimension}:${value}`;
    const code = codes.get(name) ?? codes.size;
    codes.set(name, code);
    return code;
  };
  /** Codes of the tags alone. */
  const tagged = (tags: Tags): number[] =>
    dimensionsByPoints.flatMap((dimension) =>
      (tags[dimension] ?? []).map((value) => codeOf(dimension, factKey(value))),
    );
  /** Codes of the tags, and of the dimensions without any. */
  const open = (tags: Tags): number[] =>
    dimensionsByPoints
      .filter((dimension) => (tags[dimension] ?? []).length === 0)
      .map((dimension) => codeOf(dimension, '*'));
  const mask = (tags: Tags): number =>
    dimensionsByPoints.reduce(
      (bits, dimension, bit) => ((tags[dimension] ?? []).length > 0 ? bits | (1 << bit) : bits),
      0,
    );
  return { codeOf, tagged, open, mask };
};

export type Codes = ReturnType<typeof createCodes>;
