import { z } from 'zod';
import type { World } from './world.ts';

const idsSchema = z.array(z.object({ id: z.string() }));
const stages = ['Qualification', 'Needs Analysis', 'Negotiation/Review', 'Closed Won'];
const batch = 200;

const someIds = async ({ orgRows }: World, table: string, count: number): Promise<string[]> => {
  const { rows } = await orgRows.query(
    `select "Id" as id from sobject."${table}" where not "IsDeleted" order by md5("Id") limit ${count}`,
  );
  return idsSchema.parse(rows).map(({ id }) => id);
};

type Operation = 'insert' | 'update' | 'delete';
type Work = readonly [object: 'Opportunity' | 'Task', operation: Operation, rows: readonly object[]];

/** Through bulk jobs, which the faults leave alone: they are for the service. */
const save = async ({ rep }: World, [object, operation, rows]: Work): Promise<void> => {
  const input = rows.map((row) => ({ ...row }));
  const results = await rep.bulk2.loadAndWaitForResults({ object, operation, input, pollInterval: 200 });
  const [failed] = results.failedResults;
  if (failed) throw new Error(`A change was refused: ${JSON.stringify(failed)}`);
};

/**
 * 5,000 changes by somebody else, while the service is following: deals that move on (each a row of history too), tasks
 * renamed, created and deleted.
 */
export const makeChanges = async (world: World): Promise<number> => {
  const [deals, tasks] = [await someIds(world, 'Opportunity', 2_000), await someIds(world, 'Task', 2_000)];
  const work: Work[] = [
    ['Opportunity', 'update', deals.map((Id, at) => ({ Id, StageName: stages[at % stages.length] }))],
    ['Task', 'update', tasks.map((Id, at) => ({ Id, Subject: `Call ${at}`, Status: 'Completed' }))],
    [
      'Task',
      'insert',
      deals.slice(0, 500).map((WhatId) => ({ WhatId, OwnerId: world.adminId, Subject: 'Follow up' })),
    ],
    ['Task', 'delete', tasks.slice(0, 500).map((Id) => ({ Id }))],
  ];
  for (let at = 0; at < 2_000; at += batch)
    for (const [object, operation, rows] of work) {
      const portion = rows.slice(at, at + batch);
      if (portion.length > 0) await save(world, [object, operation, portion]);
    }
  return work.reduce((sum, [, , rows]) => sum + rows.length, 0);
};
