/** The same number of texts for each thing, as UTF-8 in blocks of many things, so that they take little memory. */
export type PackedTexts = {
  readonly perThing: number;
  readonly blocks: readonly Buffer[];
  /** Where each text ends in its block; it begins where the one before it ends. */
  readonly ends: Uint32Array;
};

const thingsPerBlock = 256;

/** Takes the texts of one thing after the other, as many for each. */
export const textPacker = (perThing: number) => {
  const blocks: Buffer[] = [];
  const ends: number[] = [];
  let text = '';

  /** Where texts end is noted in characters and now corrected for those that take several bytes. */
  const seal = (): void => {
    const block = Buffer.from(text);
    const first = blocks.push(block) * thingsPerBlock * perThing - thingsPerBlock * perThing;
    let start = 0;
    let bytes = 0;
    for (let at = first; at < ends.length && block.length !== text.length; at += 1) {
      const end = ends[at] ?? 0;
      bytes += Buffer.byteLength(text.slice(start, end));
      ends[at] = bytes;
      start = end;
    }
    text = '';
  };

  const add = (...texts: readonly string[]): void => {
    for (const own of texts) {
      if (own !== '') text += own;
      ends.push(text.length);
    }
    if (ends.length % (thingsPerBlock * perThing) === 0) seal();
  };

  const finish = (): PackedTexts => {
    if (ends.length % (thingsPerBlock * perThing) !== 0) seal();
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
