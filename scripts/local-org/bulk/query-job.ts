import { sql } from 'kysely';
import type { Job } from './job.ts';
import type { BulkParts } from './parts.ts';

/** Notes which rows a query job answers; they are read when somebody fetches the result. */
export async function answerQuery({ db, records }: BulkParts, job: Job): Promise<boolean> {
  const access = await records.accessOf(job.userId);
  const cursor = await records.openCursor(access, job.soql ?? '', job.operation === 'queryAll');
  await sql`update local_org.bulk_job set cursor_id = ${cursor.id}, processed = ${cursor.total} where id = ${job.id}`.execute(
    db,
  );
  return true;
}
