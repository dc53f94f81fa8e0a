/** Repeatable numbers in [0, 1): the 32-bit generator known as mulberry32. */
export const repeatable = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

export type Draw = ReturnType<typeof drawing>;

/** The draws that a library and its deals are made of. */
export const drawing = (seed: number) => {
  const next = repeatable(seed);
  const below = (count: number): number => Math.floor(next() * count);
  const chance = (probability: number): boolean => next() < probability;
  /** Early ones more often: in a third of all draws the first tenth. */
  const rankedBelow = (count: number): number => Math.floor(count * next() ** 2);
  const weighted = <Value>(choices: readonly (readonly [Value, number])[]): Value => {
    let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of choices) {
      left -= weight;
      if (left < 0) return value;
    }
    const [first] = choices[0] ?? [];
    if (first === undefined) throw new Error('nothing to choose from');
    return first;
  };
  return { below, chance, rankedBelow, weighted };
};
