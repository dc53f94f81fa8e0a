import { z } from 'zod';
import { type ConfigurationSet, publishConfiguration } from '../../../server/content/index.ts';
import { openStore, type Store } from '../../../server/store/index.ts';
import { until } from '../sync/until.ts';
import type { World } from '../sync/world.ts';

const saved = z.array(z.object({ id: z.string(), success: z.literal(true) }));

/** A cadence of eight steps that begins in Qualification. */
export const cadences: ConfigurationSet['cadences'] = [
  {
    ...{ id: 'qualify', title: 'Qualify', lifeCycle: 'qualify', aim: 'Find out', outcome: 'Known' },
    start: { on: 'stageEntry', stages: ['*:Qualification'] },
    stagePolicy: 'cancel',
    steps: Array.from({ length: 8 }, (_, at) => ({
      ...{
        id: `step-${at}`,
        name: `Step ${at}`,
        channel: 'other',
        objective: 'Go on',
        purpose: 'They know more',
      },
      ...{ talkingPoints: ['What changed', 'Who decides'], dontSay: 'Just checking in' },
      ...{ offsetBusinessDays: at, dependsOn: at === 0 ? [] : [`step-${at - 1}`] },
    })),
  },
];

/** A store on the service's database, with the cadences published. */
export const openPublished = async ({ connections, orgId }: World): Promise<Store> => {
  const store = openStore({ url: connections.url, onError: () => undefined });
  await publishConfiguration(store, orgId, 'operator', { cadences }, 'bench');
  return store;
};

/** Deals in their first stage, in the org. @returns their ids */
export const makeDeals = async ({ rep }: World, count: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let from = 0; from < count; from += 200) {
    const rows = Array.from({ length: Math.min(200, count - from) }, (_, at) => ({
      ...{ Name: `Brunner ${from + at}`, StageName: 'Prospecting', CloseDate: '2027-12-31' },
    }));
    ids.push(...saved.parse(await rep.create('Opportunity', rows)).map(({ id }) => id));
  }
  return ids;
};

/** All of them in one bulk update, 200 in a call. */
export const moveDeals = async ({ rep }: World, ids: readonly string[], StageName: string): Promise<void> => {
  for (let from = 0; from < ids.length; from += 200)
    saved.parse(
      await rep.update(
        'Opportunity',
        ids.slice(from, from + 200).map((Id) => ({ Id, StageName })),
      ),
    );
};

/** Waits until the service knows where these deals stand. */
export const areKnown = ({ mirrorRows }: World, ids: readonly string[]): Promise<void> =>
  until('every deal is known', 120_000, async () => {
    const { rows } = await mirrorRows.query<{ count: string }>(
      'select count(*) from record_position where record_id = any($1)',
      [ids],
    );
    return Number(rows[0]?.count) === ids.length;
  });

/** Keys of touchpoints that need a Task, and how often the org has each, deleted ones included. */
export const tasksByKey = async ({ mirrorRows, orgRows }: World): Promise<Map<string, number>> => {
  const wanted = await mirrorRows.query<{ key: string }>(
    `select id || ':Task' as key from touchpoint where task is not null and not (task ->> 'cancelled')::boolean`,
  );
  const there = await orgRows.query<{ key: string; count: string }>(
    'select "Inspire_Key__c" as key, count(*) from sobject."Task" where "Inspire_Key__c" is not null group by 1',
  );
  const counts = new Map(there.rows.map(({ key, count }) => [key, Number(count)]));
  return new Map(wanted.rows.map(({ key }) => [key, counts.get(key) ?? 0]));
};
