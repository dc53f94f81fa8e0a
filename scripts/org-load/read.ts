import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';

/** The files of a pipeline and the columns that each must have. */
export const FILES = {
  'accounts.csv': [
    'account',
    'sector',
    'year_established',
    'revenue',
    'employees',
    'office_location',
    'subsidiary_of',
  ],
  'products.csv': ['product', 'series', 'sales_price'],
  'sales_teams.csv': ['sales_agent', 'manager', 'regional_office'],
  'sales_pipeline.csv': [
    'opportunity_id',
    'sales_agent',
    'product',
    'account',
    'deal_stage',
    'engage_date',
    'close_date',
    'close_value',
  ],
} as const;

export type FileName = keyof typeof FILES;
export const fileNames: readonly FileName[] = [
  'accounts.csv',
  'products.csv',
  'sales_teams.csv',
  'sales_pipeline.csv',
];

/** A row as it stands in its file: trimmed texts by column, `''` where there is nothing. */
export interface RawRow {
  file: FileName;
  /** 1 is the header. */
  line: number;
  values: Readonly<Record<string, string>>;
  /** What is wrong with the line itself. */
  broken?: string;
}

/** @throws Error naming the first file that lacks something: the file itself, columns, or the form of CSV */
export async function readFiles(folder: string): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for (const file of fileNames) rows.push(...rowsOf(file, await readText(folder, file)));
  return rows;
}

async function readText(folder: string, file: FileName): Promise<string> {
  return readFile(join(folder, file), 'utf8').catch((cause: unknown) => {
    const needed = `A pipeline is a folder with ${fileNames.join(', ')}.`;
    throw new Error(`${join(folder, file)} can not be read. ${needed}`, { cause });
  });
}

function rowsOf(file: FileName, text: string): RawRow[] {
  const [header, ...lines] = parsed(text, file);
  const columns = (header?.record ?? []).map((name) => name.toLowerCase());
  const missing = FILES[file].filter((column) => !columns.includes(column));
  if (missing.length === 0) return lines.map(({ record, info }) => rowOf(file, columns, record, info.lines));
  const has = columns.join(', ') || 'none';
  throw new Error(`${file} lacks the columns ${missing.join(', ')}; it has ${has}.`);
}

const parsedLines = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

function parsed(text: string, file: FileName): z.infer<typeof parsedLines> {
  const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true };
  try {
    return parsedLines.parse(parse(text, options));
  } catch (error) {
    if (error instanceof CsvError) throw new Error(`${file} is not CSV: ${error.message}`, { cause: error });
    throw error;
  }
}

function rowOf(file: FileName, columns: readonly string[], record: readonly string[], line: number): RawRow {
  const values = Object.fromEntries(columns.map((column, index) => [column, record[index] ?? '']));
  if (record.length === columns.length) return { file, line, values };
  return { file, line, values, broken: `has ${record.length} values, the header ${columns.length}` };
}
