import type { Scratch } from './known-values.ts';

/**
 * Memory that requests use one after the other. A match writes what it reads and never waits for anything in between, so
 * that all organisations share it.
 */
export type Workspace = {
  /** By place of a rule: 1 if it holds. */
  readonly fired: Uint8Array;
  /** By number of an item: what rules and reactions do to it; 0 for all but the touched ones. */
  readonly effects: Int32Array;
  /** The numbers of the items to which anything is done, each once. */
  readonly touched: number[];
  readonly rules: Scratch;
  readonly base: Scratch;
  readonly changed: Scratch;
};

const scratches = { rules: [], base: [], changed: [] };
const touched: number[] = [];
let fired = new Uint8Array(0);
let effects = new Int32Array(0);

/** The shared memory, in which none of so many rules holds yet and nothing is done to any of so many items. */
export const workspaceFor = (rules: number, items: number): Workspace => {
  if (fired.length < rules) fired = new Uint8Array(rules);
  fired.fill(0, 0, rules);
  for (const number of touched) effects[number] = 0;
  if (effects.length < items) effects = new Int32Array(items);
  touched.length = 0;
  return { ...scratches, fired, effects, touched };
};
