import { sql } from 'kysely';
import { z } from 'zod';
import { table } from '../database.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Access } from '../sharing/access.ts';
import { isAggregateQuery } from './aggregate.ts';
import { assertAnswerable } from './answerable.ts';
import { objectOf } from './from.ts';
import { listIds } from './list.ts';
import { parseSoql } from './parse.ts';
import { contextOf, type Querying } from './query.ts';

/** How a query would be run, in the shape of Salesforce's query plan. */
export interface QueryPlan {
  cardinality: number;
  fields: string[];
  leadingOperationType: 'Index' | 'TableScan';
  notes: { description: string; fields: string[]; tableEnumOrId: string }[];
  relativeCost: number;
  sobjectCardinality: number;
  sobjectType: string;
}

const explained = z.array(
  z.object({
    'QUERY PLAN': z
      .array(
        z.object({
          Plan: z
            .object({ 'Node Type': z.string(), 'Plan Rows': z.number(), 'Total Cost': z.number() })
            .loose(),
        }),
      )
      .min(1),
  }),
);

/** PostgreSQL's own plan for the rows of the query. */
export async function explain(
  querying: Querying,
  access: Access,
  soql: string,
): Promise<{ plans: QueryPlan[]; sourceQuery: string }> {
  const query = parseSoql(soql);
  const context = contextOf(querying, access, soql, {});
  const object = objectOf(context, query);
  assertAnswerable(context, object, query);
  const items = isAggregateQuery(query) ? [] : (query.fields ?? []);
  const ids = listIds(context, object, { ...query, fields: items });
  const { rows } = await sql`explain (format json) ${ids}`.execute(querying.executor);
  const plan = explained.parse(rows)[0]?.['QUERY PLAN'][0]?.Plan;
  const size = await estimatedSize(querying, object);
  const usesIndex = JSON.stringify(rows).includes('Index');
  return {
    plans: [
      {
        cardinality: plan?.['Plan Rows'] ?? 0,
        fields: [],
        leadingOperationType: usesIndex ? 'Index' : 'TableScan',
        notes: [],
        relativeCost: plan?.['Total Cost'] ?? 0,
        sobjectCardinality: size,
        sobjectType: object.name,
      },
    ],
    sourceQuery: soql,
  };
}

async function estimatedSize({ executor }: Querying, object: ObjectDefinition): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${table(object.name)}`.execute(
    executor,
  );
  return rows[0]?.n ?? 0;
}
