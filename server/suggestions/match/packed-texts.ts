/** The same number of texts for each thing, as UTF-8 in blocks of many things, so that they take little memory. */
export type PackedTexts = {
  readonly perThing: number;
  readonly blocks: readonly Buffer[];
  /** Where each text ends in its block; it begins where the one before it ends. */
  readonly ends: Uint32Array;
};

const thingsPerBlock = 256;

/** Where texts end once they are encoded. */
const encodedEnds = (text: string, ends: readonly number[]): readonly number[] => {
  let start = 0;
  let bytes = 0;
  return ends.map((end) => {
    bytes += Buffer.byteLength(text.slice(start, end));
    start = end;
    return bytes;
  });
};

/** Takes the texts of one thing after the other, as many for each. */
export const textPacker = (perThing: number) => {
  const blocks: Buffer[] = [];
  const ends: number[] = [];
  let text = '';
  let pending: number[] = [];
  const seal = (): void => {
    const block = Buffer.from(text);
    ends.push(...(block.length === text.length ? pending : encodedEnds(text, pending)));
    blocks.push(block);
    text = '';
    pending = [];
  };
  const add = (...texts: readonly string[]): void => {
    for (const own of texts) {
      text += own;
      pending.push(text.length);
    }
    if (pending.length === thingsPerBlock * perThing) seal();
  };
  const finish = (): PackedTexts => {
    if (pending.length > 0) seal();
    return { perThing, blocks, ends: new Uint32Array(ends) };
  };
  return { add, finish };
};

/** One text of a thing, by its place among the thing's texts. */
export const textAt = ({ perThing, blocks, ends }: PackedTexts, thing: number, place: number): string => {
  const at = thing * perThing + place;
  const isFirst = at % (thingsPerBlock * perThing) === 0;
  const block = blocks[Math.floor(thing / thingsPerBlock)];
  return block?.toString('utf8', isFirst ? 0 : ends[at - 1], ends[at]) ?? '';
};
