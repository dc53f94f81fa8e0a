import type { Scratch } from './known-values.ts';

/** What fired rules and reactions do to an item: flags, and above them the points of its boosts. */
export const pinned = 1;
export const excluded = 2;
export const boosted = 4;
const boostShift = 3;

export const boostOf = (effect: number): number => effect >> boostShift;

/**
 * Memory that requests use one after the other. It is clean before and after each match, which never waits for anything
 * in between, so that all organisations share it.
 */
export type Workspace = {
  /** By number of item id; 0 for items that nothing touches. */
  effects: Int32Array;
  readonly touched: number[];
  readonly rules: Scratch;
  readonly shelves: readonly [Scratch, Scratch];
};

const shared: Workspace = { effects: new Int32Array(0), touched: [], rules: [], shelves: [[], []] };

/** The shared memory, large enough for so many item ids. */
export const workspaceFor = (ids: number): Workspace => {
  if (shared.effects.length < ids) shared.effects = new Int32Array(ids);
  return shared;
};

/** Adds flags, and points to the boost. */
export const touch = (
  { effects, touched }: Workspace,
  number: number,
  flags: number,
  points: number,
): void => {
  const before = effects[number] ?? 0;
  if (before === 0) touched.push(number);
  effects[number] = (before + (points << boostShift)) | flags;
};

export const clean = ({ effects, touched }: Workspace): void => {
  for (const number of touched) effects[number] = 0;
  touched.length = 0;
};
