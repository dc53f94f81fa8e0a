import type { z } from 'zod';
import type { FileName, RawRow } from '../read.ts';
import type { Place, Rejected, Repaired } from './pipeline.ts';
import { isMisspelt, meant } from './repair.ts';

/** Collects what becomes of rows that are not loaded as they stand. */
export interface Findings {
  repaired: Repaired[];
  rejected: Rejected[];
}

/** A row that passed its schema, with the row it was read from. */
export type Read<Row> = Row & Place & { raw: RawRow };

/** The rows of a file that fit its schema and have a key of their own; the others are rejected with the reason. */
export function sift<Row>(
  rows: readonly RawRow[],
  file: FileName,
  schema: z.ZodType<Row>,
  keyOf: (row: Row) => string,
  findings: Findings,
): Read<Row>[] {
  const lines = new Map<string, number>();
  return rows
    .filter((row) => row.file === file)
    .flatMap((raw) => {
      const result = schema.safeParse(raw.values);
      const fault = raw.broken ?? faultOf(result);
      if (fault !== undefined || !result.success) return reject(findings, raw, fault ?? 'can not be read');
      const key = keyOf(result.data).toLowerCase();
      const before = lines.get(key);
      if (before !== undefined) return reject(findings, raw, `has the same key as line ${before}`);
      lines.set(key, raw.line);
      return [{ ...result.data, file, line: raw.line, raw }];
    });
}

const faultOf = (result: z.ZodSafeParseResult<unknown>): string | undefined =>
  result.success ? undefined : result.error.issues.map(({ message }) => message).join('; ');

export function reject(findings: Findings, { file, line, values }: RawRow, reason: string): [] {
  findings.rejected.push({ file, line, reason, values });
  return [];
}

/** The name that is meant (nothing stays nothing), reported if it was misspelt; `undefined` if no known name is near. */
export function settle(
  findings: Findings,
  { file, line }: Place,
  what: string,
  from: string,
  known: readonly string[],
): string | undefined {
  if (from === '') return '';
  const to = meant(from, known);
  if (to !== undefined && isMisspelt(from, to)) findings.repaired.push({ file, line, what, from, to });
  return to;
}
