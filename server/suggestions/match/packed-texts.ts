import { growingColumn } from './columns.ts';

/** The same number of texts for each thing, as UTF-8 in blocks of many things, so that they take little memory. */
export type PackedTexts = {
  readonly perThing: number;
  readonly blocks: readonly Buffer[];
  /** Where each text ends in its block; it begins where the one before it ends. */
  readonly ends: Int32Array;
};

const thingsPerBlock = 256;

/** Takes the texts of one thing after the other, as many for each. */
export const textPacker = (perThing: number) => {
  const blocks: Buffer[] = [];
  const ends = growingColumn();
  let drafted: string[] = [];

  const seal = (): void => {
    const text = drafted.join('');
    const block = Buffer.from(text);
    blocks.push(block);
    const isOneByteEach = block.length === text.length;
    let end = 0;
    for (const own of drafted) {
      end += isOneByteEach ? own.length : Buffer.byteLength(own);
      ends.push(end);
    }
    drafted = [];
  };

  const add = (...texts: readonly string[]): void => {
    drafted.push(...texts);
    if (drafted.length === thingsPerBlock * perThing) seal();
  };

  const finish = (): PackedTexts => {
    if (drafted.length > 0) seal();
    return { perThing, blocks, ends: ends.all() };
  };
  return { add, finish };
};

/** One text of a thing, by its place among the thing's texts. */
export const textAt = ({ perThing, blocks, ends }: PackedTexts, thing: number, place: number): string => {
  const at = thing * perThing + place;
  const isFirst = at % (thingsPerBlock * perThing) === 0;
  const start = isFirst ? 0 : (ends[at - 1] ?? 0);
  const end = ends[at] ?? 0;
  return start === end
    ? ''
    : (blocks[Math.floor(thing / thingsPerBlock)]?.toString('utf8', start, end) ?? '');
};
