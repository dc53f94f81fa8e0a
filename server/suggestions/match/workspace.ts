import type { Scratch } from './known-values.ts';

/** What a fired rule or a reaction has done to an item. */
export const pinned = 1;
export const excluded = 2;
export const boosted = 4;

/**
 * Memory that requests use one after the other, by number of item id. It is clean before and after each match, which
 * never waits for anything in between, so that all organisations share it.
 */
export type Workspace = {
  effects: Uint8Array;
  boosts: Int32Array;
  /** The last rule that touched the item, so that one rule counts once. */
  lastRule: Int32Array;
  readonly touched: number[];
  readonly rules: Scratch;
  readonly shelves: readonly Scratch[];
};

const shared: Workspace = {
  effects: new Uint8Array(0),
  boosts: new Int32Array(0),
  lastRule: new Int32Array(0),
  touched: [],
  rules: [],
  shelves: [[], []],
};

/** The shared memory, large enough for so many item ids. */
export const workspaceFor = (ids: number): Workspace => {
  if (shared.effects.length < ids) {
    shared.effects = new Uint8Array(ids);
    shared.boosts = new Int32Array(ids);
    shared.lastRule = new Int32Array(ids);
  }
  return shared;
};

export const mark = (work: Workspace, number: number, effect: number): void => {
  if (work.effects[number] === 0) work.touched.push(number);
  work.effects[number] = (work.effects[number] ?? 0) | effect;
};

export const clean = (work: Workspace): void => {
  for (const number of work.touched) {
    work.effects[number] = 0;
    work.boosts[number] = 0;
    work.lastRule[number] = 0;
  }
  work.touched.length = 0;
};
