import type { Readable } from 'node:stream';

const newline = 0x0a;
/** No header of ours is nearly as long; an answer that has no line end at all is no CSV. */
const longestHeader = 64 * 1024;

export interface SplitCsv {
  /** Names as the org wrote them. */
  columns: string[];
  /** Everything after the header line. */
  rows: AsyncGenerator<Buffer>;
}

const namesOf = (line: Buffer): string[] =>
  line
    .toString('utf8')
    .trim()
    .split(',')
    .map((name) => name.replace(/^"|"$/g, ''));

/**
 * Reads the header line of a CSV stream and leaves the rest to be read. Names of fields hold no commas, quotes or line ends.
 * @throws Error if there is no header line
 */
export const splitHeader = async (csv: Readable): Promise<SplitCsv> => {
  const chunks = csv.iterator({ destroyOnReturn: false });
  let head = Buffer.alloc(0);
  for await (const chunk of chunks) {
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf(newline);
    if (end !== -1)
      return { columns: namesOf(head.subarray(0, end)), rows: rest(head.subarray(end + 1), csv) };
    if (head.length > longestHeader) break;
  }
  csv.destroy();
  throw new Error(`The answer has no header line: ${head.subarray(0, 100).toString('utf8')}`);
};

async function* rest(begun: Buffer, csv: Readable): AsyncGenerator<Buffer> {
  if (begun.length > 0) yield begun;
  for await (const chunk of csv) yield chunk;
}
