import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { Rejected, Repaired } from './clean/index.ts';
import { type FileName, fileNames, type RawRow } from './read.ts';

export interface Report {
  rows: readonly RawRow[];
  repaired: readonly Repaired[];
  rejected: readonly Rejected[];
  secondRunChanges: number;
}

/** The last line of a load, for programs: rows of all files. `repaired` are among the loaded ones. */
export interface Summary {
  input: number;
  loaded: number;
  repaired: number;
  rejected: number;
  secondRunChanges: number;
}

const places = (list: readonly { file: string; line: number }[]): Set<string> =>
  new Set(list.map(({ file, line }) => `${file}:${line}`));

export function summaryOf({ rows, repaired, rejected, secondRunChanges }: Report): Summary {
  const refused = places(rejected);
  const mended = [...places(repaired)].filter((place) => !refused.has(place));
  return {
    input: rows.length,
    loaded: rows.length - refused.size,
    repaired: mended.length,
    rejected: refused.size,
    secondRunChanges,
  };
}

function ofFile(report: Report, file: FileName): Report {
  const inFile = <Row extends { file: string }>(list: readonly Row[]): Row[] =>
    list.filter((row) => row.file === file);
  return {
    ...report,
    rows: inFile(report.rows),
    repaired: inFile(report.repaired),
    rejected: inFile(report.rejected),
  };
}

/** Rows by file, and each misspelt name with how many rows it was found in. */
export function describeReport(report: Report): string[] {
  const files = fileNames.map((file) => {
    const { input, loaded, repaired, rejected } = summaryOf(ofFile(report, file));
    return `${file}: ${input} rows, ${loaded} loaded (${repaired} repaired), ${rejected} rejected`;
  });
  const names = Map.groupBy(
    report.repaired,
    ({ what, from, to }) => `${what} "${from}" → ${to === '' ? 'left out' : `"${to}"`}`,
  );
  return [
    ...files,
    ...[...names].map(([name, { length }]) => `  ${name}: ${length} ${length === 1 ? 'row' : 'rows'}`),
  ];
}

/** Writes what was repaired and what was rejected, with place and reason. @returns the path of the rejected rows */
export async function writeReport(folder: string, { repaired, rejected }: Report): Promise<string> {
  await mkdir(folder, { recursive: true });
  const mended = repaired.map(({ file, line, what, from, to }) => [file, line, what, from, to]);
  await writeFile(join(folder, 'repaired.csv'), csv(['file', 'line', 'what', 'from', 'to'], mended));
  const refused = rejected.map(({ file, line, reason, values }) => [
    file,
    line,
    reason,
    JSON.stringify(values),
  ]);
  const rejectedFile = join(folder, 'rejected.csv');
  await writeFile(rejectedFile, csv(['file', 'line', 'reason', 'row'], refused));
  return rejectedFile;
}

const csv = (columns: readonly string[], rows: readonly (string | number)[][]): string =>
  stringify([columns, ...rows]);
