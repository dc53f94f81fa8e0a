import { basename, resolve } from 'node:path';
import type { Connection } from 'jsforce';
import type { Temporal } from 'temporal-polyfill';
import { clean } from './clean/index.ts';
import { loadPipeline, type Progress } from './load.ts';
import { requireClock } from './org/clock.ts';
import { readIndustries } from './org/read.ts';
import { readFiles } from './read.ts';
import type { Report } from './report.ts';

/**
 * Loads the pipeline of a folder, and then once more, which must find nothing left to write.
 * @param today the day after which nothing can have happened
 */
export async function runLoad(
  connection: Connection,
  folder: string,
  today: Temporal.PlainDate,
  progress: Progress,
): Promise<Report> {
  await requireClock(connection);
  const rows = await readFiles(folder);
  const pipeline = clean(rows, await readIndustries(connection));
  const company = basename(resolve(folder));
  const first = await loadPipeline(connection, pipeline, company, today, progress);
  const second = await loadPipeline(connection, pipeline, company, today, progress);
  return {
    rows,
    repaired: pipeline.repaired,
    rejected: [...pipeline.rejected, ...first.rejected],
    secondRunChanges: second.changes,
  };
}
