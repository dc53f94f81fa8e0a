import type { Scratch } from './known-values.ts';

/**
 * Memory that requests use one after the other. A match writes what it reads and never waits for anything in between, so
 * that all organisations share it.
 */
export type Workspace = {
  /** By place of a rule: 1 if it holds. */
  readonly fired: Uint8Array;
  readonly rules: Scratch;
  readonly base: Scratch;
  readonly changed: Scratch;
};

const scratches = { rules: [], base: [], changed: [] };
let fired = new Uint8Array(0);

/** The shared memory, in which none of so many rules holds yet. */
export const workspaceFor = (rules: number): Workspace => {
  if (fired.length < rules) fired = new Uint8Array(rules);
  fired.fill(0, 0, rules);
  return { ...scratches, fired };
};
