import type { Connection } from 'jsforce';
import type { Temporal } from 'temporal-polyfill';
import type { Deal, Pipeline, Rejected } from './clean/index.ts';
import { type Refusal, upload, type UploadedJob } from './org/bulk.ts';
import { clockOf } from './org/clock.ts';
import { readStored } from './org/read.ts';
import { type Day, lastDayOf, planDeals, type Target } from './plan.ts';
import { ensureSetup, type Setup, type Tally } from './setup/index.ts';

/** Told while records are written. */
export interface Progress {
  start(total: number): void;
  advance(count: number, on: string | null): void;
  stop(): void;
}

export interface LoadResult {
  /** Records that were inserted or changed. */
  changes: number;
  /** Rows that the org refused, or whose agent, account or product it refused. */
  rejected: Rejected[];
}

/**
 * Makes the org have the pipeline: team, products and accounts, then deals in order of time with the org's clock moved.
 * What is there already is left alone, so that a load that was cut off goes on where it stopped.
 */
export async function loadPipeline(
  connection: Connection,
  pipeline: Pipeline,
  company: string,
  today: Temporal.PlainDate,
  progress: Progress,
): Promise<LoadResult> {
  const { setup, tally } = await ensureSetup(connection, pipeline, company);
  const rejected = refusedRows(pipeline, tally);
  const { loadable, stranded } = targets(pipeline, setup);
  rejected.push(...stranded);
  const stored = await readStored(connection);
  const days = planDeals(loadable, stored, lastDayOf(pipeline.deals, today));
  const written = await writeDays(connection, days, progress);
  rejected.push(...written.refused.flatMap((refusal) => dealRefused(pipeline.deals, refusal)));
  return { changes: tally.changes + written.changes, rejected: onceEach(rejected) };
}

/** Rows whose user, product or account the org refused. */
function refusedRows({ agents, products, accounts }: Pipeline, { refused }: Tally): Rejected[] {
  const rows = [
    ...agents.map((row) => ({ ...row, name: row.sales_agent, values: { ...row } })),
    ...products.map((row) => ({ ...row, name: row.product, values: { ...row } })),
    ...accounts.map((row) => ({ ...row, name: row.account, values: { ...row } })),
  ];
  return refused.flatMap(({ file, name, reason }) =>
    rows
      .filter((row) => row.file === file && row.name === name)
      .map(({ line }) => ({ file, line, reason, values: { name } })),
  );
}

/** What each deal is to be; those whose agent, product or account is not in the org are stranded. */
function targets(
  pipeline: Pipeline,
  setup: Setup,
): { loadable: { deal: Deal; target: Target }[]; stranded: Rejected[] } {
  const prices = new Map(pipeline.products.map(({ product, sales_price }) => [product, sales_price]));
  const loadable: { deal: Deal; target: Target }[] = [];
  const stranded: Rejected[] = [];
  for (const deal of pipeline.deals) {
    const ownerId = setup.agents.get(deal.sales_agent);
    const pricebookEntryId = setup.products.get(deal.product);
    const accountId = deal.account === '' ? null : setup.accounts.get(deal.account);
    if (ownerId === undefined || pricebookEntryId === undefined || accountId === undefined) {
      const lost = ownerId === undefined ? 'agent' : pricebookEntryId === undefined ? 'product' : 'account';
      stranded.push(rejectedDeal(deal, `its ${lost} could not be loaded`));
    } else
      loadable.push({
        deal,
        target: {
          name: nameOf(deal),
          ownerId,
          accountId,
          pricebookEntryId,
          listPrice: prices.get(deal.product) ?? 0,
        },
      });
  }
  return { loadable, stranded };
}

/** Opportunities have names; the files have none, so it is made of what they have. */
const nameOf = ({ account, product, opportunity_id: id }: Deal): string =>
  account === '' ? `${product} – ${id}` : `${account} – ${product} – ${id}`;

const rejectedDeal = ({ file, line, opportunity_id }: Deal, reason: string): Rejected => ({
  file,
  line,
  reason,
  values: { opportunity_id },
});

const dealRefused = (deals: readonly Deal[], { fields, reason }: Refusal): Rejected[] =>
  deals
    .filter(({ opportunity_id: id }) => id === fields['Source_Key__c'])
    .map((deal) => rejectedDeal(deal, reason));

const onceEach = (rejected: readonly Rejected[]): Rejected[] => [
  ...new Map(rejected.map((each) => [`${each.file}:${each.line}`, each])).values(),
];

async function writeDays(
  connection: Connection,
  days: readonly Day[],
  progress: Progress,
): Promise<{ changes: number; refused: Refusal[] }> {
  const clock = clockOf(connection);
  const refused: Refusal[] = [];
  const total = days.reduce((sum, day) => sum + rowsOf(day), 0);
  progress.start(total);
  try {
    await oneAhead(
      days,
      (day) => uploadDay(connection, day),
      async (day, jobs) => {
        await (day.on === null ? clock.release() : clock.moveTo(day.on));
        refused.push(...(await runInOrder(jobs)));
        progress.advance(rowsOf(day), day.on);
      },
    );
  } finally {
    progress.stop();
    await clock.release();
  }
  return { changes: total - refused.length, refused };
}

/** Does the work of one item after the other, and prepares the next one meanwhile. */
async function oneAhead<Item, Prepared>(
  items: readonly Item[],
  prepare: (item: Item) => Promise<Prepared>,
  work: (item: Item, prepared: Prepared) => Promise<void>,
): Promise<void> {
  const start = (item: Item | undefined): Promise<Prepared> | undefined => {
    const preparing = item && prepare(item);
    // Told where it is awaited, which is not reached if the work before it fails.
    preparing?.catch(() => undefined);
    return preparing;
  };
  let preparing = start(items[0]);
  for (const [index, item] of items.entries()) {
    const prepared = await preparing;
    preparing = start(items[index + 1]);
    if (prepared !== undefined) await work(item, prepared);
  }
}

async function uploadDay(connection: Connection, { prices, deals, products }: Day): Promise<UploadedJob[]> {
  const jobs: UploadedJob[] = [];
  for (const [object, rows] of [
    ['OpportunityLineItem', prices],
    ['Opportunity', deals],
    ['OpportunityLineItem', products],
  ] as const)
    if (rows.length > 0)
      jobs.push(await upload(connection, { object, operation: 'upsert', key: 'Source_Key__c', rows }));
  return jobs;
}

/** The local org works on jobs one after the other in the order in which they are closed: whoever has the last has all. */
async function runInOrder(jobs: readonly UploadedJob[]): Promise<Refusal[]> {
  for (const job of jobs) await job.close();
  const refused: Refusal[] = [];
  for (const job of jobs.toReversed()) refused.push(...(await job.refused()));
  return refused;
}

const rowsOf = ({ prices, deals, products }: Day): number => prices.length + deals.length + products.length;
