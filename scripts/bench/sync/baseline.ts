import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { z } from 'zod';
import { columnsOf } from '../../../server/salesforce/mirror/columns.ts';
import type { ObjectName } from '../../../server/salesforce/mirror/objects.ts';
import { wholeQuery } from '../../../server/salesforce/mirror/soql.ts';
import type { World } from './world.ts';

const jobSchema = z.object({ id: z.string(), state: z.string() });

const finishedJob = async ({ rep }: World, query: string): Promise<string> => {
  const { id } = jobSchema.parse(await rep.requestPost('/jobs/query', { operation: 'queryAll', query }));
  for (;;) {
    const { state } = jobSchema.parse(await rep.request(`/jobs/query/${id}`));
    if (state === 'JobComplete') return id;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

const copyPage = async (client: Client, table: string, body: Response['body']): Promise<void> => {
  if (!body) throw new Error('The org sent no page.');
  const copy = client.query(copyFrom(`copy ${table} from stdin with (format csv, header)`));
  await pipeline(Readable.fromWeb(body), copy);
};

/**
 * The least that anybody could do: the same CSV from the same org, page by page, copied into a table of texts without
 * keys or row security. @returns milliseconds
 */
export const plainCopy = async (world: World, sobjects: readonly ObjectName[]): Promise<number> => {
  const { rep, mirrorRows: client, url } = world;
  const start = performance.now();
  for (const sobject of sobjects) {
    const table = `bare_${sobject.toLowerCase()}`;
    const columns = columnsOf(sobject).map(({ name }) => `"${name}" text`);
    await client.query(`create table ${table} (${columns.join(', ')})`);
    const id = await finishedJob(world, wholeQuery(sobject, []));
    for (let locator: string | null = ''; locator !== 'null';) {
      const query = new URLSearchParams({ maxRecords: '50000', ...(locator && { locator }) });
      const response = await fetch(
        `${url}/services/data/v65.0/jobs/query/${id}/results?${query.toString()}`,
        {
          headers: { authorization: `Bearer ${rep.accessToken ?? ''}` },
        },
      );
      await copyPage(client, table, response.body);
      locator = response.headers.get('sforce-locator') ?? 'null';
    }
    await client.query(`drop table ${table}`);
  }
  return performance.now() - start;
};
