import { z } from 'zod';
import type { Separators } from '../soql/flat.ts';

/** Names of the delimiters that Bulk API 2.0 knows. */
export const DELIMITERS = {
  BACKQUOTE: '`',
  CARET: '^',
  COMMA: ',',
  PIPE: '|',
  SEMICOLON: ';',
  TAB: '\t',
} as const;
const LINE_ENDINGS = { LF: '\n', CRLF: '\r\n' } as const;

const names = <Names extends Record<string, string>>(of: Names): z.ZodType<keyof Names & string> =>
  z.custom<keyof Names & string>((value) => typeof value === 'string' && Object.hasOwn(of, value), {
    message: `expected one of ${Object.keys(of).join(', ')}`,
  });

/** How the lines of a job's files are written. */
export const lineFormat = z.object({
  columnDelimiter: names(DELIMITERS).default('COMMA'),
  lineEnding: names(LINE_ENDINGS).default('LF'),
  contentType: z.literal('CSV').default('CSV'),
});
export type LineFormat = z.infer<typeof lineFormat>;

export const separatorsOf = ({ columnDelimiter, lineEnding }: LineFormat): Separators => ({
  delimiter: DELIMITERS[columnDelimiter],
  lineEnding: LINE_ENDINGS[lineEnding],
});

/** One line of a file, every value in quotes, as Salesforce writes its results. */
export function csvLine(values: readonly (string | null)[], format: LineFormat): string {
  const { delimiter, lineEnding } = separatorsOf(format);
  const quoted = values.map((value) => (value === null ? '""' : `"${value.replaceAll('"', '""')}"`));
  return quoted.join(delimiter) + lineEnding;
}
