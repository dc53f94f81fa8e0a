/** Takes whole numbers one by one into memory that grows: half of what an array of them takes, and none that has to be swept. */
export type GrowingColumn = {
  readonly push: (value: number) => void;
  readonly length: () => number;
  readonly all: () => Int32Array;
};

export const growingColumn = (): GrowingColumn => {
  let column = new Int32Array(1024);
  let length = 0;
  return {
    push: (value) => {
      if (length === column.length) {
        const grown = new Int32Array(2 * length);
        grown.set(column);
        column = grown;
      }
      column[length] = value;
      length += 1;
    },
    length: () => length,
    /** What was taken so far. */
    all: () => column.slice(0, length),
  };
};

/**
 * Where each owner's entries begin when entries are stored one owner after the other: entry numbers by owner, and one more,
 * so that the next entry is the end. `owners` names the owner of each entry.
 */
export const startsByOwner = (owners: Iterable<number>, count: number): Int32Array => {
  const starts = new Int32Array(count + 1);
  for (const owner of owners) starts[owner + 1] = (starts[owner + 1] ?? 0) + 1;
  for (let owner = 1; owner <= count; owner += 1) {
    starts[owner] = (starts[owner] ?? 0) + (starts[owner - 1] ?? 0);
  }
  return starts;
};

/** The first of `count` sorted places that is not before what is looked for. */
export const firstPlace = (count: number, isBefore: (place: number) => boolean): number => {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
};
