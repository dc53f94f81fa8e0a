import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { recordId } from '../../local-org/ids.ts';
import { randomFor } from '../../sample-data/random.ts';

export interface Sizes {
  opportunities: number;
  /** Rows of each deal's history, and its tasks. */
  histories: number;
  tasks: number;
}

type Row = (string | number | boolean | null)[];

const stages = [
  'Prospecting',
  'Qualification',
  'Needs Analysis',
  'Proposal/Price Quote',
  'Negotiation/Review',
];
const subjects = ['LVM', 'call 2 n/a', 'pricing Q from Ute', 'Send case study', 'Check in'];
const draw = randomFor('rows of a large org');
const dayMs = 86_400_000;
const begin = Date.UTC(2024, 0, 1);

/** Numbers that no other record of the org has. */
const reserve = async (client: Client, count: number): Promise<bigint> => {
  const { rows } = await client.query<{ last: string }>(
    `select setval('local_org.record_number', nextval('local_org.record_number') + $1) as last`,
    [count],
  );
  return BigInt(rows[0]?.last ?? 0) - BigInt(count);
};

const stamp = (days: number): string => new Date(begin + days * dayMs).toISOString();

const stamps = (owner: string, created: number): Row => [
  owner,
  stamp(created),
  owner,
  stamp(created),
  stamp(created),
];
const stampColumns = ['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate', 'SystemModstamp'];

const portions = function* (count: number, rowOf: (at: number) => Row): Generator<string> {
  for (let from = 0; from < count; from += 2_000)
    yield stringify(
      Array.from({ length: Math.min(2_000, count - from) }, (_, at) => rowOf(from + at)),
      { cast: { boolean: String } },
    );
};

const copy = async (
  client: Client,
  {
    table,
    columns,
    count,
    rowOf,
  }: { table: string; columns: string[]; count: number; rowOf: (at: number) => Row },
): Promise<void> => {
  const names = columns.map((name) => `"${name}"`).join(', ');
  const stream = client.query(copyFrom(`copy sobject."${table}" (${names}) from stdin with (format csv)`));
  await pipeline(Readable.from(portions(count, rowOf)), stream);
};

const ownerOf = async (client: Client): Promise<string> => {
  const { rows } = await client.query<{ id: string }>('select "adminId" as id from local_org.founders');
  return rows[0]?.id ?? '';
};

/** What the rows of the three objects refer to. */
interface Plan extends Sizes {
  owner: string;
  /** Number of the record before the first one of each object. */
  deals: bigint;
  rows: bigint;
  calls: bigint;
}

const dealId = ({ deals }: Plan, at: number): string => recordId('006', deals + BigInt(at + 1));
const isDeleted = (at: number): boolean => at % 50 === 0;

const opportunityColumns = [
  ...['Id', 'Name', 'StageName', 'CloseDate', 'Amount'],
  ...['Probability', 'CurrencyIsoCode', 'OwnerId', 'IsDeleted'],
  ...stampColumns,
];

const opportunityRow = (plan: Plan, at: number): Row => [
  ...[dealId(plan, at), `Deal ${at}, "renewal"`, draw.pick(stages), stamp(700 + (at % 300)).slice(0, 10)],
  ...[draw.int(1_000, 900_000) + 0.25, 20, 'USD', plan.owner],
  ...[isDeleted(at), ...stamps(plan.owner, at % 600)],
];

const historyColumns = [
  ...['Id', 'OpportunityId', 'StageName', 'Amount', 'CloseDate', 'Probability'],
  ...['CurrencyIsoCode', 'IsDeleted', 'CreatedById', 'CreatedDate', 'SystemModstamp'],
];

const historyRow = (plan: Plan, at: number): Row => {
  const deal = at % plan.opportunities;
  const created = stamp(Math.floor(at / plan.opportunities) * 20 + (deal % 600));
  return [
    ...[recordId('008', plan.rows + BigInt(at + 1)), dealId(plan, deal)],
    ...[draw.pick(stages), draw.int(1_000, 900_000), '2026-12-31', 20],
    ...['USD', isDeleted(deal), plan.owner, created, created],
  ];
};

const taskColumns = [
  ...['Id', 'Subject', 'Status', 'Priority', 'WhatId', 'OwnerId', 'ActivityDate'],
  ...['IsClosed', 'IsDeleted', 'TaskSubtype', 'CurrencyIsoCode'],
  ...stampColumns,
];

const taskRow = (plan: Plan, at: number): Row => {
  const deal = at % plan.opportunities;
  return [
    ...[recordId('00T', plan.calls + BigInt(at + 1)), draw.pick(subjects), 'Not Started', 'Normal'],
    ...[dealId(plan, deal), plan.owner, stamp(400 + (at % 500)).slice(0, 10)],
    ...[false, isDeleted(deal), 'Task', 'USD', ...stamps(plan.owner, at % 600)],
  ];
};

/**
 * Fills an org's own tables with deals, their history and their tasks: as many as no import through its API could bring in
 * the time of a benchmark. One in fifty is deleted.
 */
export const seedOrg = async (client: Client, sizes: Sizes): Promise<void> => {
  const plan: Plan = {
    ...sizes,
    owner: await ownerOf(client),
    deals: await reserve(client, sizes.opportunities),
    rows: await reserve(client, sizes.histories),
    calls: await reserve(client, sizes.tasks),
  };
  const fill = (table: string, columns: string[], count: number, rowOf: (plan: Plan, at: number) => Row) =>
    copy(client, { table, columns, count, rowOf: (at) => rowOf(plan, at) });
  await fill('Opportunity', opportunityColumns, sizes.opportunities, opportunityRow);
  await fill('OpportunityHistory', historyColumns, sizes.histories, historyRow);
  await fill('Task', taskColumns, sizes.tasks, taskRow);
  await client.query('analyze');
};
